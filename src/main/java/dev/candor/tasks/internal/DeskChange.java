package dev.candor.tasks.internal;

import dev.candor.access.Person;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the database tells of what changed.
 *
 * @param reference of the case; null when it is no news of a case
 * @param groups to which a task is offered that changed
 * @param people who hold it, or held it before
 */
record DeskChange(@Nullable String reference, Set<String> groups, Set<String> people) {

  /** Whether it may have changed what this person's desk shows. */
  boolean concerns(Person person) {
    return people.contains(person.id().value())
        || person.groups().stream().anyMatch(groups::contains);
  }
}
