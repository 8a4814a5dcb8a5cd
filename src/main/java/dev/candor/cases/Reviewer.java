package dev.candor.cases;

/** In which role somebody recommends. */
public enum Reviewer {
  DESK,
  /** A second person of the desk. */
  SECOND_REVIEWER,
  /** Policy specialists, who assess. */
  POLICY
}
