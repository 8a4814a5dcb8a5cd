package dev.candor.insight.internal;

import dev.candor.insight.internal.Percentiles.Estimate;
import java.util.Arrays;
import java.util.Optional;

/** Times of one group as they are collected, and what is said of them. */
public final class Sample {

  /** Fewer than these are not told apart from the person who worked on them. */
  public static final int FEWEST = 5;

  private int[] seconds = new int[16];
  private int n;
  private long forUs;
  private long inHand;
  private long forThem;

  /**
   * @param n how many
   * @param forUs mean seconds of waiting for us
   */
  public record Summary(
      int n,
      Estimate median,
      Estimate p85,
      Estimate p95,
      double mean,
      double forUs,
      double inHand,
      double forThem) {}

  void add(int us, int hand, int them) {
    if (n == seconds.length) {
      seconds = Arrays.copyOf(seconds, n * 2);
    }
    seconds[n++] = us + hand + them;
    forUs += us;
    inHand += hand;
    forThem += them;
  }

  int size() {
    return n;
  }

  /** Ascending. */
  int[] sorted() {
    var sorted = Arrays.copyOf(seconds, n);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Empty where there are too few. */
  Optional<Summary> summary() {
    if (n < FEWEST) {
      return Optional.empty();
    }
    var sorted = sorted();
    return Optional.of(
        new Summary(
            n,
            Percentiles.of(sorted, 0.5),
            Percentiles.of(sorted, 0.85),
            Percentiles.of(sorted, 0.95),
            (double) (forUs + inHand + forThem) / n,
            (double) forUs / n,
            (double) inHand / n,
            (double) forThem / n));
  }
}
