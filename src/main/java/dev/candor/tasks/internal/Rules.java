package dev.candor.tasks.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.NeedToKnow;
import dev.candor.cases.Recusals;
import dev.candor.tasks.HumanTask;
import dev.candor.tasks.TaskRefusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

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

  Optional<TaskRefusal> broken(List<TaskRule> rules, HumanTask task, Person person) {
    return TaskRule.firstBroken(
        rules,
        new Attempt(
            task,
            person,
            () -> breaksFourEyes(task, person),
            () -> sawItBefore(task, person),
            () -> recusals.isRecused(person.id(), new CaseReference(task.reference()))));
  }

  private boolean breaksFourEyes(HumanTask task, Person person) {
    return forms.isDecision(task)
        && needToKnow.mustNotDecide(person, new CaseReference(task.reference()));
  }

  private boolean sawItBefore(HumanTask task, Person person) {
    return forms.wantsOtherEyes(task)
        && needToKnow.hasRecommended(person, new CaseReference(task.reference()));
  }
}
