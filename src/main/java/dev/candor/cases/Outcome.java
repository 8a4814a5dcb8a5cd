package dev.candor.cases;

import java.util.Arrays;

/** How a case can end. */
public enum Outcome {
  DECLINED(Way.REFUSED),
  DECLINED_WITH_ALTERNATIVE(Way.REFUSED),
  ACCEPTED(Way.GRANTED),
  ACCEPTED_WITH_LABEL(Way.GRANTED),
  PARTLY_ACCEPTED(Way.GRANTED),
  REFERRED(Way.PASSED_ON),
  NOT_AUTHENTIC(Way.REFUSED),
  WITHDRAWN(Way.LEFT),
  NO_ACTION(Way.LEFT);

  private final Way way;

  Outcome(Way way) {
    this.way = way;
  }

  /** What it comes to for those who asked. */
  public Way way() {
    return way;
  }

  /** The names of those by which a request is refused. */
  public static String[] refusals() {
    return Arrays.stream(values())
        .filter(outcome -> outcome.way == Way.REFUSED)
        .map(Outcome::name)
        .toArray(String[]::new);
  }

  /** Two outcomes that go the same way do not contradict each other. */
  public enum Way {
    GRANTED,
    REFUSED,
    /** Others decide: a court, law enforcement. */
    PASSED_ON,
    /** Nobody said yes or no. */
    LEFT
  }
}
