package dev.candor.tasks;

import dev.candor.cases.RequestType;
import dev.candor.cases.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks to list. Null asks for nothing.
 *
 * @param state null = open ones
 * @param dueBefore only tasks due before this
 * @param words to be found in the task's name, or in its case's reference, principal, sender or ask
 */
public record TaskFilter(
    @Nullable String reference,
    HumanTask.@Nullable State state,
    @Nullable Instant dueBefore,
    @Nullable RequestType type,
    @Nullable Severity severity,
    @Nullable String desk,
    @Nullable String words) {

  /** All open tasks. */
  public static final TaskFilter NONE = new TaskFilter(null, null, null, null, null, null, null);

  /** The open tasks of one case. */
  public static TaskFilter of(String reference) {
    return new TaskFilter(reference, null, null, null, null, null, null);
  }
}
