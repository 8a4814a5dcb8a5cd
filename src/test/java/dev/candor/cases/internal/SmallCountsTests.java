package dev.candor.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.cases.TransparencyFigures.Count;
import dev.candor.cases.TransparencyFigures.Counts;
import dev.candor.cases.TransparencyFigures.Figure;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** No small count is told, nor can one be had from what is told. */
class SmallCountsTests {

  private static final int LEAST = 5;

  @Test
  void shouldTellWhatIsNotSmall() {
    assertThat(withheld(9, 5, 7).told()).extracting(Count::requests).containsExactly(9, 7, 5);
    assertThat(withheld(9, 5, 7).others()).isZero();
  }

  @Test
  void shouldWithholdOneMoreWhereOneAloneWouldBeTheRest() {
    var counts = withheld(20, 2, 9);

    assertThat(counts.told()).extracting(Count::requests).containsExactly(20);
    assertThat(counts.others()).isEqualTo(11);
  }

  @Test
  void shouldWithholdMoreWhereThoseWithheldCouldOnlyBeOnes() {
    assertThat(withheld(20, 1, 1, 8).told()).extracting(Count::requests).containsExactly(20);
    assertThat(withheld(20, 4, 4).told()).extracting(Count::requests).containsExactly(20);
    assertThat(withheld(12, 3).told()).isEmpty();
  }

  /** Whoever subtracts tries all counts that fit: each withheld one may be small, or not. */
  @Property(tries = 300)
  void shouldLeaveEachWithheldCountOpen(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 14) Integer> requests) {
    var counts = withheld(requests.stream().mapToInt(Integer::intValue).toArray());
    var told = counts.told().stream().mapToInt(Count::requests).sum();
    var many = requests.size() - counts.told().size();

    assertThat(told + counts.others())
        .isEqualTo(requests.stream().mapToInt(Integer::intValue).sum());
    assertThat(counts.told()).allMatch(count -> count.requests() >= LEAST);
    if (many > 0 && !counts.told().isEmpty()) {
      var possible =
          IntStream.rangeClosed(1, counts.others())
              .filter(one -> fits(counts.others() - one, many - 1))
              .summaryStatistics();
      assertThat(possible.getMin()).isEqualTo(1);
      assertThat(possible.getMax()).isGreaterThanOrEqualTo(LEAST);
    }
  }

  /** Whether so many counts, each 1 at least, can have that sum. */
  private static boolean fits(int sum, int many) {
    return many == 0 ? sum == 0 : sum >= many;
  }

  private static Counts withheld(int... requests) {
    return SmallCounts.withhold(
        Figure.COUNTRY,
        IntStream.range(0, requests.length)
            .mapToObj(place -> new Count("C" + place, requests[place]))
            .toList(),
        LEAST);
  }
}
