package dev.candor.tasks.internal;

import dev.candor.access.Person;
import dev.candor.access.Person.Lent;
import dev.candor.access.PersonId;
import dev.candor.cases.NeedToKnow.Parts;
import dev.candor.tasks.HumanTask;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Somebody wants something with a task.
 *
 * @param parts who has a part in the case already
 * @param knows whether they see the content of the case; asked only when it matters
 * @param decides whether the task is a decision; asked only when it matters
 * @param wantsOtherEyes whether it is for a second pair of eyes; asked only when it matters
 */
record Attempt(
    HumanTask task,
    Person person,
    Supplier<Parts> parts,
    BooleanSupplier knows,
    BooleanSupplier decides,
    BooleanSupplier wantsOtherEyes) {

  boolean knowsTheCase() {
    return knows.getAsBoolean();
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
    return parts.get().recused().contains(id);
  }

  private boolean breaksFourEyes(PersonId id) {
    return parts.get().mustNotDecide(id) && decides.getAsBoolean();
  }

  private boolean sawItBefore(PersonId id) {
    return parts.get().recommended().contains(id) && wantsOtherEyes.getAsBoolean();
  }
}
