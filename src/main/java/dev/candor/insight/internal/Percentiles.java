package dev.candor.insight.internal;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Percentiles by the nearest rank, so that each is a time that something really took, and 95 %
 * confidence intervals by order statistics, which assume nothing of the distribution: how many of n
 * lie below a quantile is binomial (Conover, Practical Nonparametric Statistics, 3rd ed., 3.2).
 */
public final class Percentiles {

  private static final double TAIL = 0.025;

  private Percentiles() {}

  /**
   * @param value seconds
   * @param low the interval's lower end; null where there are too few for one
   * @param high its upper end; null where there are too few for one
   */
  public record Estimate(int value, @Nullable Integer low, @Nullable Integer high) {}

  /**
   * @param sorted ascending, at least one
   * @param share such as 0.85
   */
  static Estimate of(int[] sorted, double share) {
    int n = sorted.length;
    var below = BinomialDistribution.of(n, share);
    int low = below.inverseCumulativeProbability(TAIL);
    int high = below.inverseSurvivalProbability(TAIL) + 1;
    return new Estimate(
        sorted[rank(n, share) - 1],
        low < 1 ? null : sorted[low - 1],
        high > n ? null : sorted[high - 1]);
  }

  /** The smallest rank, from 1, with at least this share at or below it. */
  static int rank(int n, double share) {
    return (int) Math.clamp(Math.ceil(share * n - 1e-9), 1, n);
  }

  /**
   * The value of a rank, in less time than it takes to sort all (Hoare, 1961).
   *
   * @param values of which the first n count; they are in another order afterwards
   * @param rank from 1
   */
  static int select(int[] values, int n, int rank) {
    int low = 0;
    int high = n - 1;
    int at = rank - 1;
    while (low < high) {
      int pivot = values[(low + high) >>> 1];
      int left = low;
      int right = high;
      while (left <= right) {
        while (values[left] < pivot) {
          left++;
        }
        while (values[right] > pivot) {
          right--;
        }
        if (left <= right) {
          int smaller = values[right];
          values[right--] = values[left];
          values[left++] = smaller;
        }
      }
      if (at <= right) {
        high = right;
      } else if (at >= left) {
        low = left;
      } else {
        return values[at];
      }
    }
    return values[at];
  }
}
