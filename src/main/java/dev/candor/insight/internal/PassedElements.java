package dev.candor.insight.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How often, and how long, cases passed through each element. */
final class PassedElements {

  private PassedElements() {}

  /**
   * Seconds are medians; 0 where none were counted.
   *
   * @param passes how often it ended in the period
   * @param cases how many cases went through it
   * @param again how many of them more than once
   * @param cutOff how often it was interrupted
   */
  record Passed(int passes, int cases, int again, int cutOff, int seconds, int forUs) {}

  /**
   * By the number of the element, of those through which at least five cases went.
   *
   * @param elements that are asked for, by their numbers
   */
  static Map<String, Passed> of(Ended passes, TimesQuery query, Set<String> elements) {
    var byElement = new Counts[Short.MAX_VALUE];
    EndedPasses.read(
        passes,
        query,
        (number, element, together, forUs, inHand, forThem, isCutOff) -> {
          if (byElement[element] == null) {
            byElement[element] = new Counts(elements.contains(passes.element(element)));
          }
          byElement[element].add(number, forUs, forUs + inHand + forThem, isCutOff);
        });
    var told = new HashMap<String, Passed>();
    for (short element = 0; element < byElement.length; element++) {
      if (byElement[element] != null) {
        var passed = byElement[element].passed();
        if (passed.cases() >= Sample.FEWEST) {
          told.put(passes.element(element), passed);
        }
      }
    }
    return told;
  }

  /** Of one element, as they are gathered. */
  static final class Counts {

    private final boolean isAsked;
    private long[] numbers = new long[16];
    private int[] forUs = new int[16];
    private int[] seconds = new int[16];
    private int passes;
    private int timed;
    private int cutOff;

    /**
     * @param isAsked else nothing is gathered
     */
    Counts(boolean isAsked) {
      this.isAsked = isAsked;
    }

    /**
     * @param us seconds for us; -1 where none were counted
     */
    void add(long number, int us, int all, boolean isCutOff) {
      if (!isAsked) {
        return;
      }
      if (passes == numbers.length) {
        numbers = Arrays.copyOf(numbers, passes * 2);
        forUs = Arrays.copyOf(forUs, passes * 2);
        seconds = Arrays.copyOf(seconds, passes * 2);
      }
      numbers[passes++] = number;
      cutOff += isCutOff ? 1 : 0;
      if (us >= 0) {
        forUs[timed] = us;
        seconds[timed++] = all;
      }
    }

    Passed passed() {
      Arrays.sort(numbers, 0, passes);
      int cases = 0;
      int again = 0;
      for (int at = 0, next = 0; at < passes; at = next) {
        while (next < passes && numbers[next] == numbers[at]) {
          next++;
        }
        cases++;
        again += next - at > 1 ? 1 : 0;
      }
      return new Passed(passes, cases, again, cutOff, median(seconds, timed), median(forUs, timed));
    }

    private static int median(int[] values, int n) {
      return n == 0 ? 0 : Percentiles.select(values, n, Percentiles.rank(n, 0.5));
    }
  }
}
