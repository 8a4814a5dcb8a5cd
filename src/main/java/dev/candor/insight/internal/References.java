package dev.candor.insight.internal;

/** References as numbers, to be kept in columns. */
final class References {

  private static final int MOST_OF_A_YEAR = 100_000_000;

  private References() {}

  /** {@code SR-2026-00042} is 202600000042. */
  static long number(String reference) {
    int year = reference.indexOf('-') + 1;
    int number = reference.indexOf('-', year) + 1;
    return Long.parseLong(reference, year, number - 1, 10) * MOST_OF_A_YEAR
        + Long.parseLong(reference, number, reference.length(), 10);
  }
}
