package dev.candor.tasks.internal;

import dev.candor.access.Person;
import java.util.Set;

/**
 * What the database tells of a task that changed.
 *
 * @param groups to which it is offered
 * @param people who hold it, or held it before
 */
record DeskChange(Set<String> groups, Set<String> people) {

  /** Whether it may have changed what this person's desk shows. */
  boolean concerns(Person person) {
    return people.contains(person.id().value())
        || person.groups().stream().anyMatch(groups::contains);
  }
}
