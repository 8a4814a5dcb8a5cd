package dev.candor.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Against counting, and against the binomial distribution in whole numbers. */
class PercentilesProperties {

  private static final BigDecimal CONFIDENCE = new BigDecimal("0.95");

  @Property(tries = 300)
  void shouldSelectWhatSortingPutsThere(
      @ForAll @Size(min = 1, max = 50) int[] values, @ForAll @IntRange(max = 49) int place) {
    int rank = 1 + place % values.length;

    int selected = Percentiles.select(Arrays.copyOf(values, 60), values.length, rank);

    assertThat(selected).isEqualTo(Arrays.stream(values).sorted().toArray()[rank - 1]);
  }

  @Property(tries = 500)
  void shouldBeTheSmallestTimeThatEnoughDidNotExceed(
      @ForAll("times") int[] times, @ForAll("percents") int percent) {
    var sorted = times.clone();
    Arrays.sort(sorted);

    var value = Percentiles.of(sorted, percent / 100.0).value();

    assertThat(times).contains(value);
    assertThat(100L * count(times, value)).isGreaterThanOrEqualTo((long) percent * times.length);
    assertThat(100L * count(times, value - 1)).isLessThan((long) percent * times.length);
  }

  /** Ranks: the value of a time is its place. */
  @Property(tries = 200)
  void shouldHoldTheTrueValueAsOftenAsItSays(
      @ForAll("sizes") int n, @ForAll("percents") int percent) {
    // given
    var ranks = new int[n];
    Arrays.setAll(ranks, i -> i + 1);
    // when
    var estimate = Percentiles.of(ranks, percent / 100.0);
    // then so many below the true value would leave it outside
    int from = estimate.low() == null ? 0 : estimate.low();
    int to = estimate.high() == null ? n : estimate.high() - 1;
    assertThat(probability(n, percent, from, to)).isGreaterThanOrEqualTo(CONFIDENCE);
    assertThat(estimate.value()).isBetween(from == 0 ? 1 : from, to + 1);
  }

  @Provide
  Arbitrary<int[]> times() {
    return Arbitraries.integers().between(0, 50).array(int[].class).ofMinSize(1).ofMaxSize(200);
  }

  @Provide
  Arbitrary<Integer> sizes() {
    return Arbitraries.integers().between(5, 120);
  }

  @Provide
  Arbitrary<Integer> percents() {
    return Arbitraries.of(50, 85, 95);
  }

  private static long count(int[] times, int most) {
    return Arrays.stream(times).filter(time -> time <= most).count();
  }

  /** That of n, each with so many percent, from so many to so many do. */
  private static BigDecimal probability(int n, int percent, int from, int to) {
    var sum = BigInteger.ZERO;
    var ways = BigInteger.ONE;
    for (int k = 0; k <= n; k++) {
      if (k >= from && k <= to) {
        sum =
            sum.add(
                ways.multiply(BigInteger.valueOf(percent).pow(k))
                    .multiply(BigInteger.valueOf(100 - percent).pow(n - k)));
      }
      ways = ways.multiply(BigInteger.valueOf(n - k)).divide(BigInteger.valueOf(k + 1));
    }
    return new BigDecimal(sum).scaleByPowerOfTen(-2 * n);
  }
}
