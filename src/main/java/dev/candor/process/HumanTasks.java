package dev.candor.process;

import java.util.Map;
import java.util.Optional;

/** The engine's user tasks. Each call returns when the engine, listeners included, has done it. */
public interface HumanTasks {

  /**
   * @throws TaskRefused when it is assigned already, or a listener denied it
   * @throws TaskGone when it is completed or canceled
   * @throws TaskBusy when a listener of it has not answered yet
   */
  void assign(long userTaskKey, String person);

  /** Whoever holds it. Throws as {@link #assign}. */
  void reassign(long userTaskKey, String person);

  /**
   * @throws TaskGone when it is completed or canceled
   * @throws TaskBusy when a listener of it has not answered yet
   */
  void unassign(long userTaskKey);

  /**
   * @param variables routing facts only
   * @throws TaskRefused when a listener denied it; the message is the listener's reason
   * @throws TaskGone when it is completed or canceled
   * @throws TaskBusy when a listener of it has not answered yet
   */
  void complete(long userTaskKey, Map<String, Object> variables);

  /** The form-js schema (JSON) of the task's form, in the version the task is bound to. */
  Optional<String> form(long userTaskKey);

  class TaskRefused extends RuntimeException {
    public TaskRefused(String reason) {
      super(reason);
    }
  }

  /**
   * The engine is still at work on it. After a kill it can be for as long as a job is kept from
   * others: the listener's job was in hand, and comes again.
   */
  class TaskBusy extends RuntimeException {
    public TaskBusy() {
      super("The engine is still at work on the task");
    }
  }

  class TaskGone extends RuntimeException {
    public TaskGone() {
      super("The task is gone");
    }
  }
}
