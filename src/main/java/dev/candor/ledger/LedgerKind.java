package dev.candor.ledger;

/** What the ledger keeps. */
public enum LedgerKind {
  /** A case was decided. */
  DECISION,
  /** A diagram, table or form came into force with a set, or went out of it. */
  PROCESS_DEPLOYED,
  /** A policy got a version, or a version another text. */
  POLICY_VERSION,
  /** Somebody, or a group, may open a case from now on. */
  ACCESS_GRANTED,
  /** Somebody may not open a case any more. */
  ACCESS_ENDED,
  /** A file came to a case. */
  ATTACHED,
  /** What was flagged was corrected. */
  CORRECTED,
  /** Somebody opened a case, or a file of it. */
  READ,
  /** A case was kept long enough, and is gone. */
  DELETED,
  /** Somebody was not allowed to open a case, or to do something with it. */
  REFUSED
}
