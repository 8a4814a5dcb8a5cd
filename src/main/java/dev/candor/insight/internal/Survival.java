package dev.candor.insight.internal;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.IntPredicate;

/**
 * How long cases last, by those that ended and those that have not (Kaplan and Meier, 1958): an
 * open case says that it took at least so long. Silent where it rests on too few.
 */
public final class Survival {

  /** So many must have ended before anything is said, */
  public static final int FEWEST_ENDED = 30;

  /** and so many must have lasted as long as the case that is asked about. */
  public static final int FEWEST_AS_OLD = 10;

  /** Seconds, ascending. */
  private final long[] ended;

  private final long[] open;

  /** Each of the seconds of those that ended, once, */
  private final long[] times;

  /** and what share took longer than that. */
  private final double[] surviving;

  /**
   * @param ended seconds that cases took
   * @param open seconds that cases have taken so far
   */
  Survival(long[] ended, long[] open) {
    this.ended = sorted(ended);
    this.open = sorted(open);
    var eachOnce = new long[ended.length];
    var shares = new double[ended.length];
    double share = 1;
    int n = 0;
    int younger = 0;
    for (int at = 0, next = 0; at < ended.length; at = next) {
      long time = this.ended[at];
      while (next < ended.length && this.ended[next] == time) {
        next++;
      }
      while (younger < open.length && this.open[younger] < time) {
        younger++;
      }
      share *= 1 - (double) (next - at) / (ended.length - at + open.length - younger);
      eachOnce[n] = time;
      shares[n++] = share;
    }
    times = Arrays.copyOf(eachOnce, n);
    surviving = Arrays.copyOf(shares, n);
  }

  int ended() {
    return ended.length;
  }

  /**
   * What so large a share of those that ended did not exceed, in seconds, by the nearest rank.
   *
   * @param share such as 0.85, of one at least
   */
  long within(double share) {
    return ended[Percentiles.rank(ended.length, share) - 1];
  }

  /**
   * By when so large a share of the cases that got as old as this one had ended.
   *
   * @param age seconds
   * @return seconds from the flag on; empty where that rests on too few, or is beyond what was seen
   */
  OptionalLong ends(long age, double share) {
    if (!isSaying(age)) {
      return OptionalLong.empty();
    }
    double limit = survivingTo(age) * (1 - share) + 1e-12;
    int at = first(times.length, i -> times[i] > age && surviving[i] <= limit);
    return at < times.length ? OptionalLong.of(times[at]) : OptionalLong.empty();
  }

  /** Whether there are enough that ended, and enough that got as old, to say anything. */
  boolean isSaying(long age) {
    return ended.length >= FEWEST_ENDED && atLeast(age) >= FEWEST_AS_OLD && survivingTo(age) > 0;
  }

  /** The share of those that took longer than this. */
  double survivingTo(long time) {
    int after = first(times, time + 1);
    return after == 0 ? 1 : surviving[after - 1];
  }

  private int atLeast(long time) {
    return ended.length - first(ended, time) + open.length - first(open, time);
  }

  private static long[] sorted(long[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** Where the first one is that is not smaller. */
  private static int first(long[] sorted, long least) {
    return first(sorted.length, at -> sorted[at] >= least);
  }

  /** The first place from which on it holds; the end where it holds nowhere. */
  private static int first(int end, IntPredicate holds) {
    int low = 0;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (holds.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
