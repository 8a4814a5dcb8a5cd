package dev.candor.access;

import java.util.List;
import java.util.Optional;

/** Who there is. Demonstration people, or those of the configured OpenID provider. */
public interface People {

  Optional<Person> find(PersonId id);

  /** The name to show for somebody on record; whoever left is shown by their id. */
  default String nameOf(String id) {
    return find(new PersonId(id)).map(Person::name).orElse(id);
  }

  /** The members of a candidate group (see {@link Groups}), by name. */
  List<Person> inGroup(String group);

  /** Everybody, by name. */
  List<Person> all();
}
