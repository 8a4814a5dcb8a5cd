package dev.candor.tasks.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.NeedToKnow;
import dev.candor.cases.NeedToKnow.Parts;
import dev.candor.cases.NeedToKnow.Sight;
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

  /** What this person wants with this task: what is known of them is asked once, if it matters. */
  Attempt attempt(HumanTask task, Person person) {
    return attempt(task, person, partsIn(task));
  }

  Optional<TaskRefusal> broken(List<TaskRule> rules, HumanTask task, Person person) {
    return attempt(task, person).broken(rules);
  }

  /** Those of these people whom no rule keeps from it; asks once for all who has which part. */
  List<Person> allowed(List<TaskRule> rules, HumanTask task, Stream<Person> people) {
    var parts = partsIn(task);
    return people.filter(person -> attempt(task, person, parts).isAllowed(rules)).toList();
  }

  /** Whether a part in the case keeps each of these people from the task. */
  boolean keepFromAll(HumanTask task, Stream<Person> people) {
    return allowed(TaskRule.HAVING_NO_PART_IN_IT, task, people).isEmpty();
  }

  private Attempt attempt(HumanTask task, Person person, Supplier<Parts> parts) {
    return new Attempt(
        task,
        person,
        parts,
        SingletonSupplier.of(() -> sight(person, task)),
        () -> forms.isDecision(task),
        () -> forms.wantsOtherEyes(task));
  }

  private Sight sight(Person person, HumanTask task) {
    return needToKnow.of(person, new CaseReference(task.reference()));
  }

  private Supplier<Parts> partsIn(HumanTask task) {
    return SingletonSupplier.of(() -> needToKnow.partsIn(new CaseReference(task.reference())));
  }
}
