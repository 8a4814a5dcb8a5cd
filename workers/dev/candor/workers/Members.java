package dev.candor.workers;

import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who belongs to groups, each person once. */
@Component
class Members {

  private final People people;

  Members(People people) {
    this.people = people;
  }

  Set<PersonId> of(Collection<String> groups) {
    var members = new LinkedHashSet<PersonId>();
    for (var group : groups) {
      people.inGroup(group).stream().map(Person::id).forEach(members::add);
    }
    return members;
  }
}
