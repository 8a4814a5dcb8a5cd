package dev.candor.cases.web;

import dev.candor.cases.pages.Names;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Every country of ISO 3166-1, to choose from. */
public final class Countries {

  static final List<Country> BY_NAME =
      Arrays.stream(Locale.getISOCountries())
          .map(code -> new Country(code, Names.country(code)))
          .sorted(Comparator.comparing(Country::name, Collator.getInstance(Locale.ENGLISH)))
          .toList();

  private Countries() {}

  public record Country(String code, String name) {}
}
