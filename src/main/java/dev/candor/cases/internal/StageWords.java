package dev.candor.cases.internal;

import dev.candor.cases.CaseState;

/** Where a case stands, for people, when no open task says it better. */
final class StageWords {

  private StageWords() {}

  static String of(CaseState state) {
    return switch (state) {
      case FLAGGED -> "Being triaged";
      case IN_REVIEW -> "In regional review";
      case AWAITING_DECISION -> "Awaiting a decision";
      case DECIDED -> "Decided, the parties are being told";
      case CLOSED -> "Closed";
      case WITHDRAWN -> "Withdrawn";
    };
  }
}
