package dev.candor.cases;

/** A fact that two requests of the same type have in common. */
public enum Likeness {
  /** By its name, whatever its letters' case. */
  PRINCIPAL,
  COUNTRY,
  /** The principal's kind. */
  KIND,
  MARKET,
  /** Both were decided on it. */
  GROUND
}
