package dev.candor.insight.internal;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * How long cases last, by those that ended and those that have not (Kaplan and Meier, 1958): an
 * open case says that it took at least so long. Silent where it rests on too few.
 */
public final class Survival {

  /** So many must have ended before anything is said, */
  public static final int FEWEST_ENDED = 30;

  /** and so many must have lasted as long as the case that is asked about. */
  public static final int FEWEST_AS_OLD = 10;

  private final long[] times;
  private final double[] surviving;
  private final long[] all;
  private final int ended;

  /**
   * @param ended seconds that cases took
   * @param open seconds that cases have taken so far
   */
  Survival(long[] ended, long[] open) {
    this.ended = ended.length;
    all = new long[ended.length + open.length];
    System.arraycopy(ended, 0, all, 0, ended.length);
    System.arraycopy(open, 0, all, ended.length, open.length);
    Arrays.sort(all);
    var sorted = ended.clone();
    Arrays.sort(sorted);
    times = Arrays.stream(sorted).distinct().toArray();
    surviving = new double[times.length];
    double share = 1;
    for (int i = 0, at = 0; i < times.length; i++) {
      int ending = 0;
      while (at < sorted.length && sorted[at] == times[i]) {
        at++;
        ending++;
      }
      share *= 1 - (double) ending / atLeast(times[i]);
      surviving[i] = share;
    }
  }

  int ended() {
    return ended;
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
    for (int i = 0; i < times.length; i++) {
      if (times[i] > age && surviving[i] <= limit) {
        return OptionalLong.of(times[i]);
      }
    }
    return OptionalLong.empty();
  }

  /** Whether there are enough that ended, and enough that got as old, to say anything. */
  boolean isSaying(long age) {
    return ended >= FEWEST_ENDED && atLeast(age) >= FEWEST_AS_OLD && survivingTo(age) > 0;
  }

  /** The share of those that took longer than this. */
  double survivingTo(long time) {
    int at = Arrays.binarySearch(times, time);
    int last = at >= 0 ? at : -at - 2;
    return last < 0 ? 1 : surviving[last];
  }

  private int atLeast(long time) {
    int at = Arrays.binarySearch(all, time);
    if (at < 0) {
      return all.length + at + 1;
    }
    while (at > 0 && all[at - 1] == time) {
      at--;
    }
    return all.length - at;
  }
}
