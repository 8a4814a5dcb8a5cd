package dev.candor.policy;

import dev.candor.access.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one case says about our policies, as far as it was discussed.
 *
 * @param similarCases references of the cases it is about as well, nearest first
 * @param conclusion null while it is discussed
 * @param draft null unless a change was proposed and written down
 */
public record PolicyDiscussion(
    String discussion,
    Instant openedAt,
    List<String> similarCases,
    List<Opinion> opinions,
    @Nullable Conclusion conclusion,
    @Nullable Draft draft) {

  /** The same, with as many of the similar cases as somebody may know of. */
  public PolicyDiscussion withSimilarCases(List<String> known) {
    return new PolicyDiscussion(discussion, openedAt, known, opinions, conclusion, draft);
  }

  /** Whether a policy should change. */
  public enum View {
    CHANGE,
    KEEP,
    UNDECIDED
  }

  /** What came of it. */
  public enum Result {
    CHANGE_PROPOSED,
    NO_CHANGE
  }

  /**
   * @param submission what was entered at the desk; the key that makes a repeat harmless
   * @param spokeFor the group whose opinion it is
   */
  public record Opinion(
      UUID submission, String spokeFor, PersonId by, View opinion, String rationale, Instant at) {}

  /**
   * @param submission what was entered at the desk; the key that makes a repeat harmless
   */
  public record Conclusion(
      UUID submission, PersonId by, Result conclusion, String rationale, Instant at) {}

  /**
   * A clause as it would stand in a new version of a policy. It is no version: nothing can be
   * decided on it before lawyers have read it.
   *
   * @param submission what was entered at the desk; the key that makes a repeat harmless
   * @param policy code of a policy
   * @param rationale what it changes, and for whom
   */
  public record Draft(
      UUID submission,
      String policy,
      String title,
      String wording,
      String rationale,
      PersonId by,
      Instant at) {}
}
