package dev.candor.tasks;

import dev.candor.access.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the engine's task listeners tell the desk, in order, at least once each. */
public interface TaskLifecycle {

  void offered(OfferedTask task);

  /**
   * @return the reason why this person must not have it; empty when they may
   */
  Optional<String> assigning(long userTaskKey, @Nullable PersonId assignee);

  /**
   * The rules of completing, for whichever client does it: somebody entitled holds it, four eyes,
   * and what they entered is in the register. From an accepted completion on, what was entered
   * cannot be replaced.
   *
   * @param submission the id the desk passed with the completion; null when another client
   *     completed it
   * @return the reason why it must not be completed; empty when it may
   */
  Optional<String> completing(
      long userTaskKey, @Nullable PersonId assignee, @Nullable String submission);

  /**
   * It was completed, and no listener asked before: what was entered last for it is accepted, for
   * the engine went on with it.
   */
  void completedUnasked(long userTaskKey);

  void canceled(long userTaskKey);

  record OfferedTask(
      long userTaskKey,
      String reference,
      String element,
      long processDefinitionKey,
      long processInstanceKey,
      List<String> candidateGroups,
      @Nullable Long formKey,
      @Nullable Instant dueAt) {}
}
