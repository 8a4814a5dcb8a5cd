package dev.candor.tasks.internal;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.NeedToKnow;
import dev.candor.cases.Recusals;
import dev.candor.tasks.HumanTask;
import dev.candor.tasks.TaskRefusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
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

  /**
   * What this person wants with this task: what is known of them is asked once, if it matters.
   *
   * @param recused who stepped out of its case
   */
  Attempt attempt(HumanTask task, Set<PersonId> recused, Person person) {
    return attempts(task, () -> recused).apply(person);
  }

  Optional<TaskRefusal> broken(List<TaskRule> rules, HumanTask task, Person person) {
    return attempts(task).apply(person).broken(rules);
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

  private Function<Person, Attempt> attempts(HumanTask task) {
    return attempts(
        task, SingletonSupplier.of(() -> recusals.from(new CaseReference(task.reference()))));
  }

  /** For one person after the other: what is the same for all is asked once. */
  private Function<Person, Attempt> attempts(HumanTask task, Supplier<Set<PersonId>> recused) {
    var reference = new CaseReference(task.reference());
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
