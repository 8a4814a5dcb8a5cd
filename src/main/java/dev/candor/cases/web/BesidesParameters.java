package dev.candor.cases.web;

import dev.candor.cases.CaseFilter.Besides;
import dev.candor.cases.Outcome;
import dev.candor.cases.Severity;
import dev.candor.web.FieldError;
import dev.candor.web.InvalidInput;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a list of cases may be narrowed down by besides, as it was typed. */
record BesidesParameters(
    @Parameter(
            description = "First day of the flag, in your time zone",
            schema = @Schema(format = "date", example = "2026-01-31"))
        @Nullable String from,
    @Parameter(
            description = "Last day of the flag, in your time zone",
            schema = @Schema(format = "date", example = "2026-01-31"))
        @Nullable String to,
    @Parameter(schema = @Schema(implementation = Outcome.class)) @Nullable String outcome,
    @Parameter(
            description = "Finds cases whose content you see",
            schema = @Schema(implementation = Severity.class))
        @Nullable String severity,
    @Parameter(
            description = "Of who asked, ISO 3166-1 alpha-2",
            schema = @Schema(pattern = "[A-Z]{2}", example = "GB"))
        @Nullable String country) {

  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
  private static final String DAY = "Must be a day such as 2026-01-31";
  private static final String COUNTRY =
      "Must be a country's code of two letters (ISO 3166-1), such as GB";
  private static final int LAST_YEAR = 9999;

  /**
   * @throws InvalidInput naming each parameter that is to blame
   */
  Besides strictly() {
    var errors = new ArrayList<FieldError>();
    var besides = read(errors);
    if (!besides.daysAreInOrder()) {
      errors.add(new FieldError("to", "Must not be before the first day"));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    return besides;
  }

  /** What there is not is as if it were not asked. */
  Besides asFarAsUnderstood() {
    return read(new ArrayList<>());
  }

  private Besides read(List<FieldError> errors) {
    return new Besides(
        valid("from", from, BesidesParameters::day, DAY, errors),
        valid("to", to, BesidesParameters::day, DAY, errors),
        valid("outcome", outcome, Outcome::valueOf, oneOf(Outcome.values()), errors),
        valid("severity", severity, Severity::valueOf, oneOf(Severity.values()), errors),
        valid("country", country, BesidesParameters::country, COUNTRY, errors));
  }

  private static <T> @Nullable T valid(
      String name,
      @Nullable String text,
      Function<String, T> reading,
      String otherwise,
      List<FieldError> errors) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      errors.add(new FieldError(name, otherwise));
      return null;
    }
  }

  private static LocalDate day(String text) {
    var day = LocalDate.parse(text);
    if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
      throw new DateTimeException("No year that a case is flagged in");
    }
    return day;
  }

  private static String country(String text) {
    if (!COUNTRIES.contains(text)) {
      throw new IllegalArgumentException("No country");
    }
    return text;
  }

  private static String oneOf(Enum<?>[] values) {
    return "Must be one of " + Arrays.toString(values);
  }
}
