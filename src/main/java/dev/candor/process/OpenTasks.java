package dev.candor.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The engine's user tasks as its search tells them: on a cluster, some seconds behind. */
public interface OpenTasks {

  /**
   * All that wait for a person, by key. Those that the engine is at work on are left out.
   *
   * @throws EngineUnavailable when it does not answer
   */
  Map<Long, OpenTask> all();

  /** Whether the engine says that this task is completed or canceled; no when it knows no such. */
  boolean isOver(long userTaskKey);

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
