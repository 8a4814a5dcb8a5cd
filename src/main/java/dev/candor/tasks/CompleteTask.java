package dev.candor.tasks;

import dev.candor.access.Person;
import java.util.Map;

/** Finishes a task with what was entered in its form. */
public interface CompleteTask {

  /**
   * @param values by the form's keys
   * @throws UnknownTask when there is none, or none this person may know of
   * @throws TaskRefusal when a rule forbids it; nothing is kept then
   * @throws dev.candor.web.InvalidInput when the form does not take these values
   * @throws dev.candor.process.EngineUnavailable when the engine does not answer; the task may be
   *     completed all the same
   */
  void complete(Person person, long userTaskKey, Map<String, Object> values);
}
