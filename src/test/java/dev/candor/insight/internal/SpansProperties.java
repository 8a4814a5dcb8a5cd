package dev.candor.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Range;
import dev.candor.calendar.WorkingTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Against a count of minutes, one by one, around days on which the clocks change and one that is a
 * holiday, in two zones.
 */
class SpansProperties {

  private static final LocalDate HOLIDAY = LocalDate.of(2026, 10, 26);
  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(17, 0);
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  private static final int DAYS_IN_MINUTES = 6 * 24 * 60;

  /** The Fridays before the clocks go back in London, and in New York. */
  private static final List<Instant> BEGINNINGS =
      List.of(Instant.parse("2026-10-23T06:00:00Z"), Instant.parse("2026-10-30T06:00:00Z"));

  @Property(tries = 200)
  void shouldSplitEachMinuteAsOneWouldByHand(
      @ForAll("beginnings") Instant beginning,
      @ForAll("zones") ZoneId zone,
      @ForAll("stretches") List<int[]> holds,
      @ForAll("stretches") List<int[]> waits) {
    // given
    var from = beginning.plus(Duration.ofMinutes(77));
    var to = beginning.plus(Duration.ofMinutes(DAYS_IN_MINUTES - 333));
    // when
    var spans =
        Spans.of(from, to, ranges(beginning, holds), ranges(beginning, waits), byDays(zone));
    // then
    assertThat(spans.calendar()).isEqualTo(byMinutes(beginning, from, to, holds, waits, m -> true));
    assertThat(spans.working())
        .isEqualTo(byMinutes(beginning, from, to, holds, waits, m -> isWorked(m, zone)));
  }

  @Property(tries = 100)
  void shouldTakeNoTimeWhereTheEndIsBeforeTheBeginning(@ForAll("stretches") List<int[]> holds) {
    var from = BEGINNINGS.getFirst();

    var spans =
        Spans.of(
            from, from.minusSeconds(60), ranges(from, holds), List.of(), byDays(ZoneId.of("UTC")));

    assertThat(spans.calendar()).isEqualTo(new Spans.Parts(0, 0, 0));
    assertThat(spans.working()).isEqualTo(new Spans.Parts(0, 0, 0));
  }

  @Provide
  Arbitrary<Instant> beginnings() {
    return Arbitraries.of(BEGINNINGS);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(ZoneId.of("Europe/London"), ZoneId.of("America/New_York"));
  }

  /** Minutes from the beginning, from and to; they may touch, overlap and reach beyond. */
  @Provide
  Arbitrary<List<int[]>> stretches() {
    var minutes = Arbitraries.integers().between(0, DAYS_IN_MINUTES);
    return Combinators.combine(minutes, minutes)
        .as((a, b) -> new int[] {Math.min(a, b), Math.max(a, b)})
        .list()
        .ofMaxSize(4);
  }

  private static List<Range<Instant>> ranges(Instant beginning, List<int[]> stretches) {
    return stretches.stream()
        .map(
            each ->
                Range.closedOpen(
                    beginning.plus(Duration.ofMinutes(each[0])),
                    beginning.plus(Duration.ofMinutes(each[1]))))
        .toList();
  }

  private static Spans.Parts byMinutes(
      Instant beginning,
      Instant from,
      Instant to,
      List<int[]> holds,
      List<int[]> waits,
      Predicate<Instant> counts) {
    int us = 0;
    int hand = 0;
    int them = 0;
    for (int minute = 0; minute < DAYS_IN_MINUTES; minute++) {
      var at = beginning.plus(Duration.ofMinutes(minute));
      if (at.isBefore(from) || !at.isBefore(to) || !counts.test(at)) {
        continue;
      }
      if (isIn(holds, minute)) {
        hand++;
      } else if (isIn(waits, minute)) {
        them++;
      } else {
        us++;
      }
    }
    return new Spans.Parts(us * 60, hand * 60, them * 60);
  }

  private static boolean isIn(List<int[]> stretches, int minute) {
    return stretches.stream().anyMatch(each -> each[0] <= minute && minute < each[1]);
  }

  private static boolean isWorked(Instant minute, ZoneId zone) {
    var there = minute.atZone(zone);
    return !WEEKEND.contains(there.getDayOfWeek())
        && !there.toLocalDate().equals(HOLIDAY)
        && !there.toLocalTime().isBefore(OPENS)
        && there.toLocalTime().isBefore(CLOSES);
  }

  private static WorkingTime byDays(ZoneId zone) {
    return new WorkingTime() {
      @Override
      public Instant after(Instant from, Duration workingTime) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Duration between(Instant from, Instant to) {
        var total = Duration.ZERO;
        var last = to.atZone(zone).toLocalDate();
        for (var day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
          if (!WEEKEND.contains(day.getDayOfWeek()) && !day.equals(HOLIDAY)) {
            var opens = day.atTime(OPENS).atZone(zone).toInstant();
            var closes = day.atTime(CLOSES).atZone(zone).toInstant();
            var begin = from.isAfter(opens) ? from : opens;
            var end = to.isBefore(closes) ? to : closes;
            total = begin.isBefore(end) ? total.plus(Duration.between(begin, end)) : total;
          }
        }
        return total;
      }
    };
  }
}
