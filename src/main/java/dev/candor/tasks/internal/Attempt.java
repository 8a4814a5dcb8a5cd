package dev.candor.tasks.internal;

import dev.candor.access.Person;
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
    return parts.get().recused().contains(person.id());
  }

  boolean breaksFourEyes() {
    return parts.get().mustNotDecide(person.id()) && decides.getAsBoolean();
  }

  boolean sawItBefore() {
    return parts.get().recommended().contains(person.id()) && wantsOtherEyes.getAsBoolean();
  }
}
