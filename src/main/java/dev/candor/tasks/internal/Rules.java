package dev.candor.tasks.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.NeedToKnow;
import dev.candor.tasks.HumanTask;
import dev.candor.tasks.TaskRefusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

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
    return TaskRule.firstBroken(
        rules, new Attempt(task, person, () -> breaksFourEyes(task, person)));
  }

  private boolean breaksFourEyes(HumanTask task, Person person) {
    return forms.isDecision(task)
        && needToKnow.mustNotDecide(person, new CaseReference(task.reference()));
  }
}
