package dev.candor.tasks;

import dev.candor.access.Person;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Lists that people keep under a name, and may share by a link. A filter gives nobody a task: who
 * opens it sees what of it is theirs to see.
 */
public interface SavedFilters {

  /** By name. */
  List<SavedFilter> of(Person person);

  /** Their own, or one that somebody shared. */
  Optional<SavedFilter> find(Person person, UUID id);

  /**
   * Keeps it in the place of one of the same name.
   *
   * @throws dev.candor.web.InvalidInput when the name is empty or too long, or there are too many
   */
  SavedFilter save(Person person, String name, String query, boolean shared);

  /** Nothing happens when there is none of theirs. */
  void delete(Person person, UUID id);
}
