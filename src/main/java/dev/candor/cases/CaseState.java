package dev.candor.cases;

/** Where a case is in its life. */
public enum CaseState {
  /** Flagged, not yet triaged. */
  FLAGGED,
  /** With a desk. */
  IN_REVIEW,
  /** Passed up, or reviewed and awaiting its decision. */
  AWAITING_DECISION,
  DECIDED,
  CLOSED,
  WITHDRAWN;

  /** Nothing more is done with it. */
  public boolean isOver() {
    return this == CLOSED || this == WITHDRAWN;
  }
}
