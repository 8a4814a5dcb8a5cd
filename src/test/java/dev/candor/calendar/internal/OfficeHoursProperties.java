package dev.candor.calendar.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every calendar, in every zone, on days on which the clocks change as well. */
class OfficeHoursProperties {

  /** Clocks change there by an hour, by half an hour, at midnight, or never. */
  private static final Set<String> ZONES =
      Set.of(
          "Europe/London",
          "Asia/Jerusalem",
          "America/Havana",
          "Australia/Lord_Howe",
          "Asia/Kathmandu",
          "America/St_Johns");

  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final int MINUTES_OF_TWO_YEARS = 2 * 365 * 24 * 60;

  @Property(tries = 1_000)
  void shouldGiveBackWhatWasAdded(
      @ForAll("calendars") OfficeHours office,
      @ForAll("instants") Instant from,
      @ForAll("workingTimes") Duration workingTime) {
    assertThat(office.between(from, office.after(from, workingTime))).isEqualTo(workingTime);
  }

  @Property(tries = 1_000)
  void shouldEndAtTheFirstInstantThatWillDo(
      @ForAll("calendars") OfficeHours office,
      @ForAll("instants") Instant from,
      @ForAll("workingTimes") Duration workingTime) {
    var end = office.after(from, workingTime.plusNanos(1));

    assertThat(office.between(from, end.minusNanos(1))).isEqualTo(workingTime);
  }

  @Property(tries = 1_000)
  void shouldNeverEndEarlierForMoreWork(
      @ForAll("calendars") OfficeHours office,
      @ForAll("instants") Instant from,
      @ForAll("workingTimes") Duration one,
      @ForAll("workingTimes") Duration more) {
    assertThat(office.after(from, one)).isBeforeOrEqualTo(office.after(from, one.plus(more)));
  }

  @Property(tries = 1_000)
  void shouldNeverEndEarlierForALaterBeginning(
      @ForAll("calendars") OfficeHours office,
      @ForAll("instants") Instant from,
      @ForAll("instants") Instant other,
      @ForAll("workingTimes") Duration workingTime) {
    var earlier = from.isBefore(other) ? from : other;
    var later = from.isBefore(other) ? other : from;

    assertThat(office.after(earlier, workingTime))
        .isBeforeOrEqualTo(office.after(later, workingTime));
  }

  @Property(tries = 1_000)
  void shouldAddUp(
      @ForAll("calendars") OfficeHours office,
      @ForAll("instants") Instant one,
      @ForAll("instants") Instant two,
      @ForAll("instants") Instant three) {
    assertThat(office.between(one, two).plus(office.between(two, three)))
        .isEqualTo(office.between(one, three));
  }

  @Property(tries = 300)
  void shouldAgreeWithCountingEachMinute(
      @ForAll("calendars") OfficeHours office,
      @ForAll("instants") Instant from,
      @ForAll("fortnights") Duration span) {
    var to = from.plus(span);

    assertThat(office.between(from, to)).isEqualTo(minutesOneByOne(office, from, to));
  }

  @Property(tries = 100)
  void shouldAgreeWithCountingEachMinuteWhenTheClocksChange(
      @ForAll("calendars") OfficeHours office, @ForAll("instants") Instant about) {
    var change = office.zone().getRules().nextTransition(about);
    if (change == null) {
      return;
    }
    var from = change.getInstant().minus(1, ChronoUnit.DAYS);
    var to = change.getInstant().plus(1, ChronoUnit.DAYS);

    assertThat(office.between(from, to)).isEqualTo(minutesOneByOne(office, from, to));
    assertThat(office.after(from, office.between(from, to))).isBeforeOrEqualTo(to);
  }

  /** Looks at the clock on the wall every minute, and knows nothing of stretches. */
  private static Duration minutesOneByOne(OfficeHours office, Instant from, Instant to) {
    var minutes = 0;
    for (var now = from; now.isBefore(to); now = now.plus(1, ChronoUnit.MINUTES)) {
      var wall = now.atZone(office.zone());
      var closes =
          office.halfDays().contains(wall.toLocalDate()) ? office.halfDayCloses() : office.closes();
      if (office.workDays().contains(wall.getDayOfWeek())
          && !office.daysOff().contains(wall.toLocalDate())
          && !wall.toLocalTime().isBefore(office.opens())
          && wall.toLocalTime().isBefore(closes)) {
        minutes++;
      }
    }
    return Duration.ofMinutes(minutes);
  }

  @Provide
  Arbitrary<OfficeHours> calendars() {
    var zones = Arbitraries.of(ZONES).map(ZoneId::of);
    var weeks = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).ofMaxSize(7);
    var hours = Arbitraries.integers().between(0, 24 * 60 - 1).set().ofSize(3);
    // Every seventh day off could be the one day of the week on which it works.
    var everyNth = Arbitraries.integers().between(2, 40).filter(nth -> nth != 7);
    return Combinators.combine(zones, weeks, hours, everyNth, everyNth)
        .as(OfficeHoursProperties::calendar);
  }

  private static OfficeHours calendar(
      ZoneId zone, Set<DayOfWeek> week, Set<Integer> minutes, int off, int half) {
    var times = minutes.stream().sorted().map(minute -> LocalTime.MIN.plusMinutes(minute)).toList();
    return new OfficeHours(
        zone,
        EnumSet.copyOf(week),
        times.get(0),
        times.get(2),
        day -> every(off, day),
        day -> every(half, day),
        times.get(1));
  }

  private static boolean every(int nth, LocalDate day) {
    return day.toEpochDay() % nth == 0;
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Arbitraries.integers()
        .between(0, MINUTES_OF_TWO_YEARS)
        .map(minutes -> FIRST.plus(minutes, ChronoUnit.MINUTES));
  }

  @Provide
  Arbitrary<Duration> workingTimes() {
    return Arbitraries.longs().between(0, 200L * 60 * 60).map(Duration::ofSeconds);
  }

  @Provide
  Arbitrary<Duration> fortnights() {
    return Arbitraries.integers().between(0, 14 * 24 * 60).map(Duration::ofMinutes);
  }
}
