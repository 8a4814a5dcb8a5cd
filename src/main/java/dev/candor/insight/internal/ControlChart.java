package dev.candor.insight.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * XmR: individual values and their moving ranges (Wheeler, Understanding Variation, 2nd ed.):
 * limits from the mean moving range, and three rules that mark what chance alone would hardly do.
 *
 * @param mean centre line, in the unit of the values
 * @param upper natural process limit
 * @param lower not below zero: no time is
 */
public record ControlChart(List<Point> points, double mean, double upper, double lower) {

  /** From Wheeler: 3 / d2 for ranges of two. */
  private static final double LIMIT = 2.66;

  private static final int RUN = 8;

  /**
   * @param signal a rule that it breaks, empty for none
   */
  public record Point(double value, String signal) {}

  public ControlChart {
    points = List.copyOf(points);
  }

  static ControlChart of(double[] values) {
    double mean = mean(values);
    double range = 0;
    for (int i = 1; i < values.length; i++) {
      range += Math.abs(values[i] - values[i - 1]);
    }
    range = values.length < 2 ? 0 : range / (values.length - 1);
    double upper = mean + LIMIT * range;
    double lower = Math.max(0, mean - LIMIT * range);
    var points = new ArrayList<Point>();
    for (int i = 0; i < values.length; i++) {
      points.add(new Point(values[i], signal(values, i, mean, LIMIT * range)));
    }
    return new ControlChart(points, mean, upper, lower);
  }

  private static String signal(double[] values, int at, double mean, double toLimit) {
    double off = values[at] - mean;
    if (toLimit > 0 && Math.abs(off) > toLimit) {
      return "Beyond the limit";
    }
    if (near(values, at, 4, side(off), mean, toLimit / 2) >= 3 && Math.abs(off) > toLimit / 2) {
      return "Three of four near the limit";
    }
    return near(values, at, RUN, side(off), mean, 0) >= RUN ? "Eight on one side of the mean" : "";
  }

  /** How many of the last so many are on that side of the mean by more than this. */
  private static int near(double[] values, int at, int last, double side, double mean, double by) {
    int count = 0;
    for (int i = Math.max(0, at - last + 1); i <= at; i++) {
      count += (values[i] - mean) * side > by ? 1 : 0;
    }
    return count;
  }

  private static double side(double off) {
    return off < 0 ? -1 : 1;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? 0 : sum / values.length;
  }
}
