package dev.candor.tasks.web;

import dev.candor.access.PersonId;
import dev.candor.web.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Whom something is to be given to, as it was entered. */
final class Receivers {

  private Receivers() {}

  static PersonId of(@Nullable String person) {
    return of("person", person);
  }

  static PersonId of(String field, @Nullable String person) {
    if (person == null || person.isBlank()) {
      throw new InvalidInput(field, "Is required");
    }
    return new PersonId(person.strip());
  }
}
