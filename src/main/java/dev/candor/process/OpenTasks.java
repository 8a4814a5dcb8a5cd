package dev.candor.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The engine's user tasks as its search tells them: on a cluster, some seconds behind. */
public interface OpenTasks {

  /**
   * All that wait for a person, by key. Those that the engine is at work on are left out.
   *
   * @throws EngineUnavailable when it does not answer
   */
  Map<Long, OpenTask> all();

  /**
   * What the search tells of one task; empty when it knows no such.
   *
   * @throws EngineUnavailable when it does not answer
   */
  Optional<Told> of(long userTaskKey);

  /** Whether the engine came to both in one order, which the search keeps. */
  boolean areInOneOrder(long userTaskKey, long otherUserTaskKey);

  enum State {
    /** For a person. */
    WAITING,
    /** The engine is at work on it. */
    CHANGING,
    COMPLETED,
    CANCELED
  }

  /**
   * @param assignee who holds it; null when nobody does
   */
  record Told(State state, @Nullable String assignee) {}

  /**
   * @param assignee who holds it; null when nobody does
   */
  record OpenTask(
      long key,
      String reference,
      String element,
      long processDefinitionKey,
      long processInstanceKey,
      List<String> candidateGroups,
      @Nullable Long formKey,
      @Nullable Instant dueAt,
      @Nullable String assignee) {}
}
