package dev.candor.insight.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Which times are asked for: of what ended in a period, by one clock.
 *
 * @param to belongs to the period no more
 * @param working by the desk's working time rather than by the clock
 * @param only what a case has to have
 */
public record TimesQuery(Instant from, Instant to, boolean working, Map<Dimension, String> only) {

  public TimesQuery {
    only = Map.copyOf(only);
  }

  /** The same of the period just before, as long as this one. */
  public TimesQuery before() {
    return new TimesQuery(from.minus(Duration.between(from, to)), from, working, only);
  }
}
