package dev.candor.tasks;

import dev.candor.access.Person;

/** Gives a task back to its groups. */
public interface ReleaseTask {

  /**
   * @throws UnknownTask when there is none, or none this person may know of
   * @throws TaskRefusal when somebody else holds it, or it is done
   * @throws dev.candor.process.EngineUnavailable when the engine does not answer
   */
  void release(Person person, long userTaskKey);
}
