package dev.candor.tasks.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.NeedToKnow;
import dev.candor.cases.NeedToKnow.Parts;
import dev.candor.tasks.HumanTask;
import dev.candor.tasks.TaskRefusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Applies the rules to a task and a person, with what need to know says about them. */
@Component
class Rules {

  private final NeedToKnow needToKnow;
  private final TaskForms forms;

  Rules(NeedToKnow needToKnow, TaskForms forms) {
    this.needToKnow = needToKnow;
    this.forms = forms;
  }

  Optional<TaskRefusal> broken(List<TaskRule> rules, HumanTask task, Person person) {
    return TaskRule.firstBroken(rules, attempt(task, person, partsIn(task)));
  }

  /** Whether a part in the case keeps each of these people from the task; asks once for all. */
  boolean keepFromAll(HumanTask task, Stream<Person> people) {
    var parts = partsIn(task);
    return people
        .map(person -> attempt(task, person, parts))
        .noneMatch(
            attempt -> TaskRule.firstBroken(TaskRule.HAVING_NO_PART_IN_IT, attempt).isEmpty());
  }

  private Attempt attempt(HumanTask task, Person person, Supplier<Parts> parts) {
    return new Attempt(
        task, person, parts, () -> forms.isDecision(task), () -> forms.wantsOtherEyes(task));
  }

  private Supplier<Parts> partsIn(HumanTask task) {
    return SingletonSupplier.of(() -> needToKnow.partsIn(new CaseReference(task.reference())));
  }
}
