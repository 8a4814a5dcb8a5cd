package dev.candor.studio.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.Person;
import dev.candor.access.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Everything here is for process owners. */
@Component
class Owners {

  private final CurrentPerson currentPerson;

  Owners(CurrentPerson currentPerson) {
    this.currentPerson = currentPerson;
  }

  /**
   * @throws AccessDeniedException when whoever asks is none
   */
  Person current() {
    var person = currentPerson.get();
    if (!person.is(Role.PROCESS_OWNER)) {
      throw new AccessDeniedException("Only process owners may do that");
    }
    return person;
  }
}
