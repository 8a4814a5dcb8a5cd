package dev.candor.cases.internal;

import dev.candor.cases.CaseState;

/** Where a case stands, for people, when no open task says it better. */
final class StageWords {

  private StageWords() {}

  static String of(CaseState state, boolean awaitingAnswer) {
    return switch (state) {
      case FLAGGED -> "Being triaged";
      case IN_REVIEW ->
          awaitingAnswer ? "Waiting for the request in writing" : "In regional review";
      case AWAITING_DECISION -> "Awaiting a decision";
      case DECIDED -> "Decided, what follows is being done";
      case CLOSED -> "Closed";
      case WITHDRAWN -> "Withdrawn";
    };
  }
}
