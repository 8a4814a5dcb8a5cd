package dev.candor.bench;

import java.util.Locale;

/** Figures as the report shows them: as many digits as mean something. */
public final class Figures {

  private Figures() {}

  /** 0.0123 is 0.012, 1.234 is 1.23, 123.4 is 123, 12345 is 12,345. */
  public static String decimal(double value) {
    String format =
        Math.abs(value) < 0.1
            ? "%.3f"
            : Math.abs(value) < 10 ? "%.2f" : Math.abs(value) < 100 ? "%.1f" : "%,.0f";
    return String.format(Locale.ROOT, format, value);
  }

  /** Nanoseconds as milliseconds. */
  public static String millis(double nanos) {
    return decimal(nanos / 1e6);
  }
}
