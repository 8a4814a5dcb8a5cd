package dev.candor.calendar.internal;

import java.time.Duration;
import java.time.Instant;

/** Working time without a break in it: {@code start} belongs to it, {@code end} does not. */
record Stretch(Instant start, Instant end) {

  Duration length() {
    return Duration.between(start, end);
  }

  boolean isEmpty() {
    return !start.isBefore(end);
  }

  Stretch within(Instant from, Instant to) {
    return new Stretch(start.isBefore(from) ? from : start, end.isAfter(to) ? to : end);
  }
}
