package dev.candor.tasks;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import java.util.List;

/**
 * Gives a task to a colleague. Nothing is given away behind anybody's back: only what one holds, or
 * what nobody holds and one's own group is offered.
 */
public interface HandOverTask {

  /**
   * For good, to somebody of the task's groups: as if they had claimed it.
   *
   * @throws UnknownTask when there is none, or none this person may know of
   * @throws TaskRefusal when a rule forbids it to either of them
   * @throws dev.candor.web.InvalidInput when nobody is called {@code to}
   * @throws dev.candor.process.EngineUnavailable when the engine does not answer
   */
  void assign(Person person, long userTaskKey, PersonId to);

  /**
   * For this once, by its holder, to somebody who knows the case, of whichever group. Given back,
   * or taken back by claiming it, it is the holder's again. Throws as {@link #assign}.
   */
  void delegate(Person person, long userTaskKey, PersonId to);

  /** To whom this person could give a task now; nobody when it is not theirs to give. */
  Colleagues colleagues(Person person, HumanTask task);

  /**
   * @param ofTheGroup to whom it can be assigned, by name
   * @param others to whom it can be delegated besides, by name
   */
  record Colleagues(List<Person> ofTheGroup, List<Person> others) {

    public static final Colleagues NONE = new Colleagues(List.of(), List.of());

    public boolean areNone() {
      return ofTheGroup.isEmpty() && others.isEmpty();
    }
  }
}
