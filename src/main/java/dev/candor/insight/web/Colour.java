package dev.candor.insight.web;

import dev.candor.insight.internal.HeatMap.Heat;
import dev.candor.web.InvalidInput;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a heat map is coloured by. */
enum Colour {
  /** Seconds, the median of passes. */
  TIME,
  /** Seconds in which they waited for us, the median. */
  WAIT,
  /** Passes. */
  COUNT,
  /** The share of deadlines. */
  MISSED,
  /** The share of cases that came more than once. */
  AGAIN;

  /**
   * @throws InvalidInput when there is none of this name
   */
  static Colour of(@Nullable String code) {
    if (code == null) {
      return TIME;
    }
    return Arrays.stream(values())
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> new InvalidInput("colour", "Must be time, wait, count, missed or again"));
  }

  /** As it is called in addresses. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** 0 where nothing is to be coloured. */
  double value(Heat heat) {
    return switch (this) {
      case TIME -> heat.seconds();
      case WAIT -> heat.forUs();
      case COUNT -> heat.passes();
      case MISSED -> heat.missed() == null ? 0 : heat.missed();
      case AGAIN -> (double) heat.again() / heat.cases();
    };
  }

  String words(double value, Spoken spoken) {
    return switch (this) {
      case TIME, WAIT -> spoken.of(value);
      case COUNT -> String.valueOf(Math.round(value));
      case MISSED, AGAIN -> Spoken.percent(value);
    };
  }
}
