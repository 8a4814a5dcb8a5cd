package dev.candor.access.internal;

import dev.candor.access.CurrentPerson;
import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Takes the person from Spring Security's context. */
@Component
class SignedInPerson implements CurrentPerson {

  private final People people;

  SignedInPerson(People people) {
    this.people = people;
  }

  @Override
  public Person get() {
    return ifAny()
        .orElseThrow(
            () -> new AccessDeniedException("Nobody is signed in, or nobody known any more"));
  }

  /** Empty when nobody is signed in, or nobody we still know. */
  Optional<Person> ifAny() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null
        || !authentication.isAuthenticated()
        || authentication instanceof AnonymousAuthenticationToken) {
      return Optional.empty();
    }
    return people.find(new PersonId(authentication.getName()));
  }
}
