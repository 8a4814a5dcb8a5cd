package dev.candor.insight.web;

import dev.candor.web.Times;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Times as people read them, and the unit of a chart's axis.
 *
 * @param working hours then, never days: a day of work has not 24 of them
 * @param unit of axes
 * @param seconds of one unit
 */
record Spoken(boolean working, String unit, int seconds) {

  /** In place of a figure that would rest on single cases. */
  static final String FEW = "fewer than five";

  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int DAY = 24 * HOUR;

  /**
   * @param largest seconds that are to be shown
   */
  static Spoken upTo(boolean working, double largest) {
    if (largest < 2 * HOUR) {
      return new Spoken(working, "minutes", MINUTE);
    }
    return working || largest < 2 * DAY
        ? new Spoken(working, working ? "working hours" : "hours", HOUR)
        : new Spoken(working, "days", DAY);
  }

  String of(double seconds) {
    var span = Duration.ofSeconds(Math.round(seconds));
    if (span.isZero()) {
      return "0";
    }
    return working ? Times.hours(span) : Times.span(span);
  }

  /** {@code 2 h to 5 h}, or that there are too few to say. */
  String between(@Nullable Integer low, @Nullable Integer high) {
    if (low == null && high == null) {
      return "too few for an interval";
    }
    if (high == null) {
      return "at least " + of(low);
    }
    return low == null ? "at most " + of(high) : of(low) + " to " + of(high);
  }

  /** In the unit of the axes, for scripts. */
  String value(double seconds) {
    return String.format(Locale.ROOT, "%.4f", seconds / this.seconds);
  }

  /** {@code 33 %}; of what is no share at all alone {@code 0 %}. */
  static String percent(double share) {
    return share > 0 && share < 0.005
        ? "< 1 %"
        : String.format(Locale.ROOT, "%.0f %%", share * 100);
  }

  /** {@code +3 points} of a hundred against the share before. */
  static String points(double now, double before) {
    long points = Math.round((now - before) * 100);
    return points == 0
        ? "no change"
        : String.format(Locale.ROOT, "%+d points", points).replace("-", "−");
  }

  /** {@code +12 %} against what was before. */
  static String change(double now, double before) {
    return before == 0
        ? ""
        : String.format(Locale.ROOT, "%+.0f %%", (now - before) / before * 100).replace("-", "−");
  }
}
