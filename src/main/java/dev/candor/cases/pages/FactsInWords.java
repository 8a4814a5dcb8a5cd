package dev.candor.cases.pages;

import dev.candor.web.Countries;
import dev.candor.web.Times;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A fact of a flag as people read it. Kinds of principals stay codes, whose words pages have. */
final class FactsInWords {

  private FactsInWords() {}

  static @Nullable String of(String field, @Nullable String value) {
    return value == null
        ? null
        : switch (field) {
          case "principalCountry", "market" -> Countries.name(value);
          case "receivedOn", "replyWantedBy" -> Times.day(LocalDate.parse(value));
          default -> value;
        };
  }
}
