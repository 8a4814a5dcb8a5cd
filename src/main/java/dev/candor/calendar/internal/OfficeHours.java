package dev.candor.calendar.internal;

import dev.candor.calendar.WorkingTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * One desk's calendar.
 *
 * @param halfDays on which of the days it works until {@code halfDayCloses} only
 */
record OfficeHours(
    ZoneId zone,
    Set<DayOfWeek> workDays,
    LocalTime opens,
    LocalTime closes,
    DaysOff daysOff,
    HalfDays halfDays,
    LocalTime halfDayCloses)
    implements WorkingTime {

  @Override
  public Instant after(Instant from, Duration workingTime) {
    if (workingTime.isNegative()) {
      throw new IllegalArgumentException("Working time is not negative");
    }
    if (workingTime.isZero()) {
      return from;
    }
    var left = workingTime;
    for (var stretches = new Stretches(this, from); ; ) {
      var stretch = stretches.next();
      if (left.compareTo(stretch.length()) <= 0) {
        return stretch.start().plus(left);
      }
      left = left.minus(stretch.length());
    }
  }

  @Override
  public Duration between(Instant from, Instant to) {
    if (to.isBefore(from)) {
      return between(to, from).negated();
    }
    var total = Duration.ZERO;
    for (var stretches = new Stretches(this, from); ; ) {
      var stretch = stretches.next();
      if (!stretch.start().isBefore(to)) {
        return total;
      }
      total = total.plus(stretch.within(from, to).length());
    }
  }

  /** Empty on days without work. */
  Optional<Hours> hoursOn(LocalDate day) {
    if (!workDays.contains(day.getDayOfWeek()) || daysOff.contains(day)) {
      return Optional.empty();
    }
    return Optional.of(new Hours(opens, halfDays.contains(day) ? halfDayCloses : closes));
  }

  /** Public holidays. */
  interface DaysOff {
    boolean contains(LocalDate day);
  }

  /** Days on which people go home early. */
  interface HalfDays {
    boolean contains(LocalDate day);
  }
}
