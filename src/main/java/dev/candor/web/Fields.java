package dev.candor.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads fields one after the other and keeps what is wrong with each, to say it all at once. */
public final class Fields {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final List<FieldError> errors = new ArrayList<>();

  /** For a field that has an error: nothing is built from it. */
  private static final String NONE = "";

  /** The last day that is written with four digits of its year. */
  private static final LocalDate FARTHEST = LocalDate.of(9999, 12, 31);

  public void throwIfInvalid() {
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }

  public String line(String field, @Nullable String value, int longest) {
    var line = optionalLine(field, value, longest);
    if (line == null && !isWrong(field)) {
      wrong(field, "Is required");
    }
    return line == null ? NONE : line;
  }

  /** One line of text; null when there is none. Line breaks could forge headers and log lines. */
  public @Nullable String optionalLine(String field, @Nullable String value, int longest) {
    if (value == null || value.isBlank()) {
      return null;
    }
    var line = value.strip();
    if (Characters.breaksALine(line)) {
      wrong(field, "Must be one line");
    } else if (!Characters.isText(line)) {
      wrong(field, "Must be text without control characters");
    } else if (length(line) > longest) {
      wrong(field, "Must be at most " + longest + " characters");
    }
    return isWrong(field) ? null : line;
  }

  /** Lines of text, without those that are empty; none when there are none. */
  public List<String> lines(
      String field, @Nullable List<@Nullable String> values, int most, int longest) {
    var lines = new ArrayList<String>();
    for (var value : values == null ? List.<@Nullable String>of() : values) {
      var line = isWrong(field) ? null : optionalLine(field, value, longest);
      if (line != null) {
        lines.add(line);
      }
    }
    if (lines.size() > most) {
      wrong(field, "Must be at most " + most + " lines");
    }
    return lines;
  }

  /** Text of several lines, which end in a line feed whatever they came with. */
  public String text(String field, @Nullable String value, int longest) {
    if (value == null || value.isBlank()) {
      wrong(field, "Is required");
      return NONE;
    }
    var text = Characters.withPlainLineEnds(value).strip();
    if (!Characters.isText(text)) {
      wrong(field, "Must be text without control characters");
    } else if (length(text) > longest) {
      wrong(field, "Must be at most " + longest + " characters");
    }
    return text;
  }

  public <E extends Enum<E>> E choice(String field, @Nullable String value, Class<E> choices) {
    var constants = choices.getEnumConstants();
    for (var choice : constants) {
      if (choice.name().equals(value)) {
        return choice;
      }
    }
    var all = Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
    wrong(
        field,
        (value == null || value.isBlank() ? "Is required: one of " : "Must be one of ") + all);
    return constants[0];
  }

  public String country(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      wrong(field, "Is required");
    } else if (!COUNTRIES.contains(value)) {
      wrong(field, "Must be a country's code of two letters (ISO 3166-1), such as GB");
    }
    return value == null ? NONE : value;
  }

  public LocalDate day(String field, @Nullable String value, LocalDate earliest, LocalDate today) {
    if (value == null || value.isBlank()) {
      wrong(field, "Is required");
      return today;
    }
    try {
      var day = LocalDate.parse(value);
      if (day.isAfter(today)) {
        wrong(field, "Must not be in the future");
      } else if (day.isBefore(earliest)) {
        wrong(field, "Must not be before " + earliest);
      }
      return day;
    } catch (DateTimeParseException notOne) {
      wrong(field, "Must be a date such as 2026-03-02");
      return today;
    }
  }

  /** Null when there is none. */
  public @Nullable LocalDate optionalDay(String field, @Nullable String value) {
    return value == null || value.isBlank() ? null : day(field, value, LocalDate.MIN, FARTHEST);
  }

  /**
   * Says so where a day is before that of another field.
   *
   * @param inWords what the other day is, for whoever reads no field's name
   */
  public void notBefore(
      String field,
      @Nullable LocalDate day,
      String otherField,
      LocalDate earliest,
      String inWords) {
    if (day != null && !isWrong(field) && !isWrong(otherField) && day.isBefore(earliest)) {
      wrong(field, "Must not be before " + inWords);
    }
  }

  /**
   * Says so where a day is after another one that stands.
   *
   * @param inWords what the other day is
   */
  public void notAfter(String field, LocalDate day, @Nullable LocalDate latest, String inWords) {
    if (latest != null && !isWrong(field) && day.isAfter(latest)) {
      wrong(field, "Must not be after " + inWords);
    }
  }

  /** An instant of ISO 8601 to come; null when there is none. */
  public @Nullable Instant optionalInstantAfter(String field, @Nullable String value, Instant now) {
    if (value == null || value.isBlank()) {
      return null;
    }
    try {
      var at = OffsetDateTime.parse(value).toInstant();
      if (!at.isAfter(now)) {
        wrong(field, "Must be in the future");
      }
      return at;
    } catch (DateTimeParseException notOne) {
      wrong(field, "Must be a time with its offset such as 2026-03-02T17:00:00Z");
      return null;
    }
  }

  private void wrong(String field, String message) {
    errors.add(new FieldError(field, message));
  }

  private boolean isWrong(String field) {
    return errors.stream().anyMatch(error -> error.field().equals(field));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
