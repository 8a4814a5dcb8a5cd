package dev.candor.insight.internal;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A period in days, weeks or months, so that a chart has some thirty to sixty places.
 *
 * @param starts when each begins; the last one is the end of all
 */
public record Buckets(Unit unit, List<Instant> starts, ZoneId zone) {

  /** How long one is. */
  public enum Unit {
    DAY,
    WEEK,
    MONTH
  }

  private static final Duration MOST_DAYS = Duration.ofDays(45);
  private static final Duration MOST_WEEKS = Duration.ofDays(400);

  public Buckets {
    starts = List.copyOf(starts);
  }

  static Buckets of(Instant from, Instant to, ZoneId zone) {
    var length = Duration.between(from, to);
    var unit =
        length.compareTo(MOST_DAYS) <= 0
            ? Unit.DAY
            : length.compareTo(MOST_WEEKS) <= 0 ? Unit.WEEK : Unit.MONTH;
    var starts = new ArrayList<Instant>();
    for (var day = first(from.atZone(zone).toLocalDate(), unit);
        day.atStartOfDay(zone).toInstant().isBefore(to);
        day = next(day, unit)) {
      starts.add(day.atStartOfDay(zone).toInstant());
    }
    starts.add(to);
    return new Buckets(unit, starts, zone);
  }

  public int size() {
    return starts.size() - 1;
  }

  /** The day on which it begins. */
  public LocalDate day(int bucket) {
    return starts.get(bucket).atZone(zone).toLocalDate();
  }

  /** Which one it falls into; -1 before the first, and after the last the last but one. */
  int of(Instant instant) {
    int at = Collections.binarySearch(starts, instant);
    return at >= 0 ? Math.min(at, size()) : -at - 2;
  }

  private static LocalDate first(LocalDate day, Unit unit) {
    return switch (unit) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  private static LocalDate next(LocalDate day, Unit unit) {
    return switch (unit) {
      case DAY -> day.plusDays(1);
      case WEEK -> day.plusWeeks(1);
      case MONTH -> day.plusMonths(1);
    };
  }
}
