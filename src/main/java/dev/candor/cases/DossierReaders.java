package dev.candor.cases;

/** For whom a dossier of a case is made: it says how much is in it. */
public enum DossierReaders {
  /** All of the case, the privileged discussion included. */
  COUNSEL,
  /**
   * Those who answer the press: the request, how it ended and on which grounds, what was said on
   * the record. No discussion, no recommendation, no rationale, nobody's name but the principal's.
   */
  PRESS
}
