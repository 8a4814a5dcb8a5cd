package dev.candor.cases;

/** Who decides a case. */
public enum Decider {
  DESK_HEAD,
  GENERAL_COUNSEL,
  /** The legal-process team, for demands with legal process: it takes them over. */
  LEGAL_PROCESS
}
