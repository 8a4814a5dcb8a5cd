package dev.candor.tasks;

import dev.candor.access.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What people entered when they completed a task. The words stay here; the engine gets the
 * submission's id.
 */
public interface Submissions {

  /**
   * @throws java.util.NoSuchElementException when none was accepted under this id
   */
  Submission get(UUID id);

  /**
   * @param values by the form's keys
   */
  record Submission(
      UUID id,
      long userTaskKey,
      String reference,
      String element,
      PersonId by,
      Map<String, Object> values,
      Instant at) {}
}
