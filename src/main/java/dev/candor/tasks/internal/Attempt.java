package dev.candor.tasks.internal;

import dev.candor.access.Person;
import dev.candor.access.Person.Lent;
import dev.candor.access.PersonId;
import dev.candor.cases.NeedToKnow.Parts;
import dev.candor.cases.NeedToKnow.Sight;
import dev.candor.tasks.HumanTask;
import dev.candor.tasks.TaskRefusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Somebody wants something with a task.
 *
 * @param recused who stepped out of the case; asked once, when it matters, as is all that follows
 * @param parts who has a part in the case already
 * @param sight how much of the case they see
 * @param decides whether the task is a decision
 * @param wantsOtherEyes whether it is for a second pair of eyes
 */
record Attempt(
    HumanTask task,
    Person person,
    Supplier<Set<PersonId>> recused,
    Supplier<Parts> parts,
    Supplier<Sight> sight,
    BooleanSupplier decides,
    BooleanSupplier wantsOtherEyes) {

  /** How much of the case they see. */
  Sight sightOfTheCase() {
    return sight.get();
  }

  /** They hold it, or their groups are offered it. */
  boolean isTheirs() {
    return task.isHeldBy(person) || task.isOfferedTo(person);
  }

  boolean isAllowed(List<TaskRule> rules) {
    return broken(rules).isEmpty();
  }

  /** Which of these rules says no first. */
  Optional<TaskRefusal> broken(List<TaskRule> rules) {
    return rules.stream().map(rule -> rule.check(this)).flatMap(Optional::stream).findFirst();
  }

  boolean isRecused() {
    return isRecused(person.id());
  }

  boolean breaksFourEyes() {
    return breaksFourEyes(person.id());
  }

  boolean sawItBefore() {
    return sawItBefore(person.id());
  }

  /** They have the task's group from others alone, and none of those may have the task. */
  boolean standsInForNobodyWhoMay() {
    var groups = task.candidateGroups();
    var from =
        person.lent().stream()
            .filter(lent -> groups.stream().anyMatch(lent.groups()::contains))
            .map(Lent::by)
            .toList();
    return groups.stream().noneMatch(person.ownGroups()::contains)
        && !from.isEmpty()
        && from.stream().allMatch(id -> isRecused(id) || breaksFourEyes(id) || sawItBefore(id));
  }

  private boolean isRecused(PersonId id) {
    return recused.get().contains(id);
  }

  private boolean breaksFourEyes(PersonId id) {
    return decides.getAsBoolean() && parts.get().mustNotDecide(id);
  }

  private boolean sawItBefore(PersonId id) {
    return wantsOtherEyes.getAsBoolean() && parts.get().recommended().contains(id);
  }
}
