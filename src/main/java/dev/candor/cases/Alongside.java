package dev.candor.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.candor.cases.Comments.Comment;
import dev.candor.notification.Letters;
import dev.candor.policy.PolicyDiscussion;
import java.util.List;

/**
 * What goes on beside the route of a case.
 *
 * @param discussion the privileged one, earliest first; empty for the flagger
 * @param legalHolds set and lifted, earliest first: the last one says whether it is held
 * @param emergencies who opened it without a part in it, earliest first
 * @param letters what was told to whom by mail, earliest first
 * @param dissents from what was recommended or decided, earliest first; none for the flagger
 * @param linkedCases those that the viewer may know of
 */
public record Alongside(
    List<Comment> discussion,
    List<Recusal> recusals,
    List<LegalHold> legalHolds,
    List<PressInquiry> pressInquiries,
    List<PolicyDiscussion> policyDiscussions,
    List<EmergencyAccess.Opened> emergencies,
    List<Letters.Told> letters,
    List<Dissents.Dissent> dissents,
    List<LinkedCases.Link> linkedCases) {

  /** For those who see the state only. */
  public static final Alongside NOTHING =
      new Alongside(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of());

  /** Whether nothing of the case may be deleted. */
  @JsonProperty
  public boolean onLegalHold() {
    return !legalHolds.isEmpty() && legalHolds.getLast().held();
  }
}
