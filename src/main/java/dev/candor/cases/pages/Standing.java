package dev.candor.cases.pages;

import dev.candor.cases.CaseState;
import dev.candor.cases.CaseView;
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
          view.desk() == null
              ? "A desk is reviewing it."
              : "It waits for the review of desk " + view.desk() + ".";
      case AWAITING_DECISION ->
          view.reviewOverdue()
              ? "The review was not finished in time, so it went up. It waits for its decision."
              : "It waits for its decision.";
      case DECIDED -> "It is decided; the parties are being told.";
      case CLOSED -> "It was decided, the parties were told, and it is closed.";
      case WITHDRAWN -> "The request was withdrawn. Nothing is left to do.";
    };
  }

  static @Nullable String detailKey(CaseView.TimelineEntry entry) {
    if (entry.detail() == null) {
      return null;
    }
    return switch (entry.what()) {
      case "FLAGGED" -> "type." + entry.detail();
      case "TRIAGED" -> "severity." + entry.detail();
      case "RECOMMENDED" -> "recommendation." + entry.detail();
      case "DECIDED" -> "outcome." + entry.detail();
      case "DISCUSSION_CONCLUDED" -> "conclusion." + entry.detail();
      case "POLICY_DRAFTED" -> "policy." + entry.detail();
      case "PRESS_INQUIRY_ANSWERED" -> "answer." + entry.detail();
      default -> null;
    };
  }
}
