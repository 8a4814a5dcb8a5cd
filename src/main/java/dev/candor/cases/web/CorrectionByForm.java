package dev.candor.cases.web;

import dev.candor.access.Person;
import dev.candor.cases.FlagCorrections.NotTaken;
import dev.candor.cases.web.Correcting.Entered;
import dev.candor.cases.web.Correcting.FieldNames;
import dev.candor.web.InvalidInput;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A correction by the form of a case's page: its value is under the name of the field itself. */
final class CorrectionByForm {

  private CorrectionByForm() {}

  /** Why it is not taken is said at the field, with what was entered. */
  static void make(Correcting correcting, Turn turn, Person person) {
    var field = Objects.requireNonNullElse(turn.entered("field"), "");
    var entered =
        new Entered(
            field,
            turn.entered(field),
            turn.entered("correctionReason"),
            number(turn.entered("seen")),
            new FieldNames(field, "correctionReason"));
    try {
      correcting.correct(turn.reference(), entered, person);
    } catch (NotTaken notTaken) {
      throw new InvalidInput(field, notTaken.getMessage());
    }
  }

  private static @Nullable Integer number(@Nullable String seen) {
    try {
      return seen == null ? null : Integer.valueOf(seen);
    } catch (NumberFormatException notOne) {
      return null;
    }
  }
}
