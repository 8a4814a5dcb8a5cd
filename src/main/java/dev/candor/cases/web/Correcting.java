package dev.candor.cases.web;

import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseView.Correction;
import dev.candor.cases.Correctable;
import dev.candor.cases.FlagCorrections;
import dev.candor.cases.FlagCorrections.NewCorrection;
import dev.candor.cases.FlagValues;
import dev.candor.web.FieldError;
import dev.candor.web.InvalidInput;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks a correction as somebody entered it, by form or by API, and makes it. */
@Component
class Correcting {

  private final FlagCorrections corrections;
  private final FlagValues values;
  private final Clock clock;

  Correcting(FlagCorrections corrections, FlagValues values, Clock clock) {
    this.corrections = corrections;
    this.values = values;
    this.clock = clock;
  }

  Correction correct(CaseReference reference, Entered entered, Person by) {
    var field = field(entered.field());
    var names = entered.names();
    var today = LocalDate.now(clock.withZone(by.zone()));
    var wrong = new ArrayList<FieldError>();
    var value = read(() -> values.checked(field, names.value(), entered.value(), today), wrong);
    var reason = read(() -> Entries.words(names.reason(), entered.reason()), wrong);
    if (value == null || reason == null) {
      throw new InvalidInput(wrong);
    }
    return corrections.correct(
        reference, new NewCorrection(field, value, names.value(), reason, entered.seen()), by);
  }

  private static Correctable field(@Nullable String named) {
    return Correctable.named(named)
        .orElseThrow(
            () ->
                new InvalidInput(
                    "field",
                    "Must be one of "
                        + Arrays.stream(Correctable.values())
                            .map(Correctable::field)
                            .collect(Collectors.joining(", "))));
  }

  /** What is wrong with one does not hide what is wrong with the other. */
  private static @Nullable String read(Supplier<String> entered, ArrayList<FieldError> wrong) {
    try {
      return entered.get();
    } catch (InvalidInput invalid) {
      wrong.addAll(invalid.errors());
      return null;
    }
  }

  /**
   * @param names which fields hold value and reason, for what is wrong with them
   */
  record Entered(
      @Nullable String field,
      @Nullable String value,
      @Nullable String reason,
      @Nullable Integer seen,
      FieldNames names) {}

  record FieldNames(String value, String reason) {}
}
