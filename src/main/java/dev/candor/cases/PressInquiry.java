package dev.candor.cases;

import dev.candor.access.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a journalist asked about a case, and what became of it.
 *
 * @param askedBy the journalist or the outlet; null when it is not known
 * @param answerBy until when they want it; null when they did not say
 * @param receivedBy who of us passed it on
 * @param dossier cases that the answer must not contradict, nearest first
 * @param statement null until it is answered
 */
public record PressInquiry(
    UUID inquiry,
    @Nullable String askedBy,
    String question,
    @Nullable Instant answerBy,
    PersonId receivedBy,
    Instant receivedAt,
    List<String> dossier,
    List<Draft> drafts,
    List<Clearance> clearances,
    @Nullable Statement statement) {

  /** The same, with as much of the dossier as somebody may know of. */
  public PressInquiry withDossier(List<String> known) {
    return new PressInquiry(
        inquiry,
        askedBy,
        question,
        answerBy,
        receivedBy,
        receivedAt,
        known,
        drafts,
        clearances,
        statement);
  }

  /** How we answer. Both go on the record. */
  public enum Answer {
    STATEMENT,
    NO_COMMENT
  }

  /** What counsel says to a draft. */
  public enum Verdict {
    CLEARED,
    SENT_BACK
  }

  /**
   * @param submission what was entered at the desk; the key that makes a repeat harmless
   * @param words as they would be quoted
   * @param rationale what they rest on
   */
  public record Draft(
      UUID submission, PersonId by, Answer answer, String words, String rationale, Instant at) {}

  /**
   * @param submission what was entered at the desk; the key that makes a repeat harmless
   */
  public record Clearance(
      UUID submission, PersonId by, Verdict verdict, String rationale, Instant at) {}

  /** What we said, on the record. */
  public record Statement(Answer answer, String words, PersonId clearedBy, Instant at) {}
}
