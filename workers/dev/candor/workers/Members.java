package dev.candor.workers;

import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.Recusals;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who belongs to groups, each person once, and never who stepped out of the case. */
@Component
class Members {

  private final People people;
  private final Recusals recusals;

  Members(People people, Recusals recusals) {
    this.people = people;
    this.recusals = recusals;
  }

  Set<PersonId> of(String caseReference, Collection<String> groups) {
    var members = new LinkedHashSet<PersonId>();
    for (var group : groups) {
      people.inGroup(group).stream().map(Person::id).forEach(members::add);
    }
    members.removeAll(recusals.from(new CaseReference(caseReference)));
    return members;
  }
}
