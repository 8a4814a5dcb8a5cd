package dev.candor.tasks.internal.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which values a kind of field takes. */
sealed interface Values {

  /**
   * @return what is wrong with it, for people; empty when nothing is
   */
  Optional<String> check(Object value);

  /** Words. Never sent to the engine. */
  record Text(boolean severalLines, int minLength, int maxLength, @Nullable Pattern pattern)
      implements Values {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]");

    @Override
    public Optional<String> check(Object value) {
      if (!(value instanceof String text)) {
        return Optional.of("must be a text");
      }
      var length = text.codePointCount(0, text.length());
      if (length > maxLength) {
        return Optional.of("must be at most " + maxLength + " characters, has " + length);
      }
      if (length < minLength) {
        return Optional.of("must be at least " + minLength + " characters, has " + length);
      }
      if (CONTROL.matcher(text).find()) {
        return Optional.of("must not contain control characters");
      }
      if (!severalLines && text.matches("(?s).*[\\r\\n].*")) {
        return Optional.of("must be one line");
      }
      if (pattern != null && !pattern.matcher(text).matches()) {
        return Optional.of("does not have the expected form");
      }
      return Optional.empty();
    }
  }

  /** One of the choices. */
  record OneOf(Set<String> choices) implements Values {

    @Override
    public Optional<String> check(Object value) {
      return value instanceof String choice && choices.contains(choice)
          ? Optional.empty()
          : Optional.of("must be one of " + String.join(", ", choices));
    }
  }

  /** Some of the choices. */
  record SomeOf(Set<String> choices) implements Values {

    @Override
    public Optional<String> check(Object value) {
      if (!(value instanceof List<?> chosen)) {
        return Optional.of("must be a list");
      }
      if (Set.copyOf(chosen).size() != chosen.size()) {
        return Optional.of("must not name a choice twice");
      }
      return choices.containsAll(chosen)
          ? Optional.empty()
          : Optional.of("must be some of " + String.join(", ", choices));
    }
  }

  /** Yes or no. */
  record YesOrNo() implements Values {

    @Override
    public Optional<String> check(Object value) {
      return value instanceof Boolean ? Optional.empty() : Optional.of("must be true or false");
    }
  }

  /** A number. */
  record Amount(@Nullable BigDecimal min, @Nullable BigDecimal max) implements Values {

    @Override
    public Optional<String> check(Object value) {
      if (!(value instanceof Number)) {
        return Optional.of("must be a number");
      }
      var number = new BigDecimal(value.toString());
      if (min != null && number.compareTo(min) < 0) {
        return Optional.of("must be at least " + min);
      }
      if (max != null && number.compareTo(max) > 0) {
        return Optional.of("must be at most " + max);
      }
      return Optional.empty();
    }
  }

  /** A day, ISO 8601. */
  record Day() implements Values {

    @Override
    public Optional<String> check(Object value) {
      try {
        LocalDate.parse(String.valueOf(value));
        return Optional.empty();
      } catch (DateTimeException e) {
        return Optional.of("must be a date such as 2026-03-31");
      }
    }
  }

  /** A kind of field the server cannot check, and so does not take. */
  record NotTaken(String kind) implements Values {

    @Override
    public Optional<String> check(Object value) {
      return Optional.of("is of a kind that is not taken here: " + kind);
    }
  }
}
