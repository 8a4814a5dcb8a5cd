package dev.candor.web;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Every country of ISO 3166-1, by its English name. */
public final class Countries {

  public static final List<Choice> ALL =
      Arrays.stream(Locale.getISOCountries())
          .map(code -> new Choice(code, name(code)))
          .sorted(Comparator.comparing(Choice::label, Collator.getInstance(Locale.ENGLISH)))
          .toList();

  private Countries() {}

  public static String name(String code) {
    return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
  }
}
