package dev.candor.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * The working time of one desk: its days, hours and holidays, in its zone. Exact to the nanosecond,
 * also on days on which the clocks change.
 */
public interface WorkingTime {

  /**
   * The first instant at which that much working time has passed: at the end of a day rather than
   * at the beginning of the next.
   *
   * @throws IllegalArgumentException when it is negative
   */
  Instant after(Instant from, Duration workingTime);

  /** How much working time lies between; negative when {@code to} comes first. */
  Duration between(Instant from, Instant to);
}
