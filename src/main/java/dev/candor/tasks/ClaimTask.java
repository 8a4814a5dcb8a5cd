package dev.candor.tasks;

import dev.candor.access.Person;

/** Takes a task, so that nobody else works on it. */
public interface ClaimTask {

  /**
   * Claiming what one holds already changes nothing.
   *
   * @throws UnknownTask when there is none, or none this person may know of
   * @throws TaskRefusal when a rule forbids it
   * @throws dev.candor.process.EngineUnavailable when the engine does not answer
   */
  void claim(Person person, long userTaskKey);
}
