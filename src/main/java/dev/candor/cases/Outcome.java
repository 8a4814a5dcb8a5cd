package dev.candor.cases;

/** How a case can end. */
public enum Outcome {
  DECLINED,
  DECLINED_WITH_ALTERNATIVE,
  ACCEPTED,
  ACCEPTED_WITH_LABEL,
  PARTLY_ACCEPTED,
  REFERRED,
  NOT_AUTHENTIC,
  WITHDRAWN,
  NO_ACTION
}
