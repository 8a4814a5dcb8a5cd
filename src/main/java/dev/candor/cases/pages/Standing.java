package dev.candor.cases.pages;

import dev.candor.cases.CaseState;
import dev.candor.cases.CaseView;
import dev.candor.cases.HandOver;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where a case stands as a sentence, and which words belong to the codes of its timeline. */
final class Standing {

  private Standing() {}

  static String of(CaseView view) {
    if (view.withdrawalAsked() && view.state() != CaseState.WITHDRAWN) {
      return "The request was withdrawn; the case is being closed.";
    }
    return switch (view.state()) {
      case FLAGGED -> "It is being triaged: in a moment it is with a desk.";
      case IN_REVIEW ->
          view.handling().awaitingAnswer()
              ? "The other side was asked to put it in writing. It waits for the answer."
              : view.desk() == null
                  ? "A desk is reviewing it."
                  : "It waits for the review of desk " + view.desk() + ".";
      case AWAITING_DECISION ->
          view.reviewOverdue()
              ? "The review was not finished in time, so it went up. It waits for its decision."
              : "It waits for its decision.";
      case DECIDED -> "It is decided; what follows from that is being done.";
      case CLOSED -> "It was decided, what followed was done, and it is closed.";
      case WITHDRAWN -> "The request was withdrawn. Nothing is left to do.";
    };
  }

  /** What stands before the detail where that is a person; null where it is none. */
  static @Nullable String beforeAPerson(CaseView.TimelineEntry entry) {
    return Arrays.stream(HandOver.values())
        .filter(how -> how.name().equals(entry.what()))
        .map(how -> how == HandOver.CLAIM_LAPSED ? "held by " : "to ")
        .findFirst()
        .orElse(null);
  }

  static @Nullable String detailKey(CaseView.TimelineEntry entry) {
    if (entry.detail() == null) {
      return null;
    }
    return switch (entry.what()) {
      case "FLAGGED" -> "type." + entry.detail();
      case "TRIAGED" -> "severity." + entry.detail();
      case "RECOMMENDED" -> "recommendation." + entry.detail();
      case "PASSED_ON" -> "decider." + entry.detail();
      case "DECIDED" -> "outcome." + entry.detail();
      case "DISCUSSION_CONCLUDED" -> "conclusion." + entry.detail();
      case "POLICY_DRAFTED" -> "policy." + entry.detail();
      case "PRESS_INQUIRY_ANSWERED" -> "answer." + entry.detail();
      case "CORRECTED" -> "fact." + entry.detail();
      case "STEP_OVERDUE" -> "step." + entry.detail();
      default -> null;
    };
  }
}
