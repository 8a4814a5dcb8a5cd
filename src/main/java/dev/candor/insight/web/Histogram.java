package dev.candor.insight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How many took how long, in bins of one round width from zero on; what is beyond the 99th
 * percentile is in the last one, which has no end.
 */
record Histogram(List<Bin> bins) {

  private static final int BINS = 24;

  /** A minute to a year: widths that people count in. */
  private static final int[] WIDTHS = {
    60,
    300,
    600,
    1_800,
    3_600,
    7_200,
    14_400,
    28_800,
    43_200,
    86_400,
    172_800,
    432_000,
    604_800,
    1_209_600,
    2_592_000,
    7_776_000,
    31_536_000
  };

  /**
   * @param to seconds; where the last one begins when it has no end
   */
  record Bin(int from, int to, int n, boolean last) {}

  static Histogram of(int[] sorted) {
    var bins = new ArrayList<Bin>();
    if (sorted.length > 0) {
      int high = sorted[(int) Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.99))];
      int width = width(high);
      int at = 0;
      for (int from = 0; at < sorted.length; from += width) {
        boolean last = from + width > high;
        int begin = at;
        while (at < sorted.length && (last || sorted[at] < from + width)) {
          at++;
        }
        bins.add(new Bin(from, from + width, at - begin, last && sorted[at - 1] >= from + width));
      }
    }
    return new Histogram(List.copyOf(bins));
  }

  /** As rows of a table, and the values of a chart. */
  List<InsightPage.Bin> inWords(Spoken spoken) {
    int all = bins.stream().mapToInt(Bin::n).sum();
    return bins.stream()
        .map(
            bin ->
                new InsightPage.Bin(
                    bin.last()
                        ? spoken.of(bin.from()) + " or more"
                        : bin.from() == 0
                            ? "less than " + spoken.of(bin.to())
                            : spoken.of(bin.from()) + " to " + spoken.of(bin.to()),
                    bin.n(),
                    String.format(Locale.ROOT, "%.1f %%", 100.0 * bin.n() / all),
                    spoken.value(bin.from()),
                    spoken.value(bin.to())))
        .toList();
  }

  private static int width(int high) {
    for (int width : WIDTHS) {
      if ((double) high / width <= BINS) {
        return width;
      }
    }
    return WIDTHS[WIDTHS.length - 1];
  }
}
