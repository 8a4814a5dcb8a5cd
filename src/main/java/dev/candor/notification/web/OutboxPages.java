package dev.candor.notification.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.Person;
import dev.candor.access.Role;
import dev.candor.web.RailEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The outbox is for those who run the service. */
@Component
class OutboxPages {

  private final CurrentPerson currentPerson;

  OutboxPages(CurrentPerson currentPerson) {
    this.currentPerson = currentPerson;
  }

  @Bean
  static RailEntry outboxInTheRail() {
    return new RailEntry(80, "outbox", "Mail", "/outbox", person -> person.is(Role.ADMIN));
  }

  /**
   * @throws AccessDeniedException when whoever asks does not run the service
   */
  Person administrator() {
    var person = currentPerson.get();
    if (!person.is(Role.ADMIN)) {
      throw new AccessDeniedException("Only administrators may do that");
    }
    return person;
  }
}
