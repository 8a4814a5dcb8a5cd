package dev.candor.tasks.web;

import dev.candor.access.PersonId;
import dev.candor.web.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Whom a task is to be given to, as it was entered. */
final class Receivers {

  private Receivers() {}

  static PersonId of(@Nullable String person) {
    if (person == null || person.isBlank()) {
      throw new InvalidInput("person", "Is required");
    }
    return new PersonId(person.strip());
  }
}
