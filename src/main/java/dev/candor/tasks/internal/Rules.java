package dev.candor.tasks.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.NeedToKnow;
import dev.candor.cases.Recusals;
import dev.candor.tasks.HumanTask;
import dev.candor.tasks.TaskRefusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Applies the rules to a task and a person, with what need to know says about them. */
@Component
class Rules {

  private final NeedToKnow needToKnow;
  private final Recusals recusals;
  private final TaskForms forms;

  Rules(NeedToKnow needToKnow, Recusals recusals, TaskForms forms) {
    this.needToKnow = needToKnow;
    this.recusals = recusals;
    this.forms = forms;
  }

  /** What this person wants with this task: what is known of them is asked once, if it matters. */
  Attempt attempt(HumanTask task, Person person) {
    return attempts(task).apply(person);
  }

  Optional<TaskRefusal> broken(List<TaskRule> rules, HumanTask task, Person person) {
    return attempt(task, person).broken(rules);
  }

  /** Those of these people whom no rule keeps from it; asks once for all who has which part. */
  List<Person> allowed(List<TaskRule> rules, HumanTask task, Stream<Person> people) {
    var attempts = attempts(task);
    return people.filter(person -> attempts.apply(person).isAllowed(rules)).toList();
  }

  /** Whether a part in the case keeps each of these people from the task. */
  boolean keepFromAll(HumanTask task, Stream<Person> people) {
    return allowed(TaskRule.HAVING_NO_PART_IN_IT, task, people).isEmpty();
  }

  /** For one person after the other: what is the same for all is asked once. */
  private Function<Person, Attempt> attempts(HumanTask task) {
    var reference = new CaseReference(task.reference());
    var recused = SingletonSupplier.of(() -> recusals.from(reference));
    var parts = SingletonSupplier.of(() -> needToKnow.partsIn(reference));
    return person ->
        new Attempt(
            task,
            person,
            recused,
            parts,
            SingletonSupplier.of(() -> needToKnow.of(person, reference)),
            () -> forms.isDecision(task),
            () -> forms.wantsOtherEyes(task));
  }
}
