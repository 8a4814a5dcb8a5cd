package dev.candor.tasks.web;

import dev.candor.web.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days as they were entered. */
final class Days {

  private Days() {}

  static LocalDate of(String field, @Nullable String day) {
    try {
      return LocalDate.parse(day == null ? "" : day.strip());
    } catch (DateTimeException notOne) {
      throw new InvalidInput(field, "Must be a day such as 2026-03-02");
    }
  }
}
