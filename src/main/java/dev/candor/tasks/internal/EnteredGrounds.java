package dev.candor.tasks.internal;

import dev.candor.cases.CaseReference;
import dev.candor.cases.DecisionGrounds;
import dev.candor.tasks.HumanTask;
import dev.candor.web.InvalidInput;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The grounds of a decision, which no form can check alone: which there are depends on the day the
 * request was received. Checked before the task is completed, because nobody can mend it
 * afterwards.
 */
@Component
class EnteredGrounds {

  private static final String GROUNDS = "grounds";

  private final TaskForms forms;
  private final DecisionGrounds grounds;

  EnteredGrounds(TaskForms forms, DecisionGrounds grounds) {
    this.forms = forms;
    this.grounds = grounds;
  }

  /**
   * @param values as the form accepted them
   * @throws InvalidInput when a ground was not in force
   */
  void check(HumanTask task, Map<String, Object> values) {
    if (!forms.isDecision(task) || !(values.get(GROUNDS) instanceof List<?> entered)) {
      return;
    }
    var codes = entered.stream().map(String::valueOf).toList();
    var missing = grounds.notInForce(new CaseReference(task.reference()), codes);
    if (!missing.isEmpty()) {
      throw new InvalidInput(
          GROUNDS,
          "must have been in force on the day the request was received; not in force: "
              + String.join(", ", missing));
    }
  }
}
