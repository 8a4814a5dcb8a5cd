package dev.candor.tasks.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseLine;
import dev.candor.cases.CaseReference;
import dev.candor.cases.Departures;
import dev.candor.cases.Outcome;
import dev.candor.tasks.HumanTask;
import dev.candor.web.InvalidInput;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Why a decision is another than that of most precedents: whoever decides is told that it is, and
 * says why. Forms of older versions do not ask, and are not held to it.
 */
@Component
class EnteredDeparture {

  private static final String OUTCOME = "outcome";
  private static final String DEPARTURE = "departure";

  private final TaskForms forms;
  private final Departures departures;

  EnteredDeparture(TaskForms forms, Departures departures) {
    this.forms = forms;
    this.departures = departures;
  }

  /**
   * @param values as the form accepted them
   * @throws InvalidInput when it departs and no reason is given
   */
  void check(Person person, HumanTask task, Map<String, Object> values) {
    if (!forms.of(task).asksFor(DEPARTURE) || !(values.get(OUTCOME) instanceof String outcome)) {
      return;
    }
    var otherwise =
        departures.from(person, new CaseReference(task.reference()), Outcome.valueOf(outcome));
    if (!otherwise.isEmpty() && !values.containsKey(DEPARTURE)) {
      throw new InvalidInput(
          DEPARTURE,
          "must say why, because most precedents were decided another way: "
              + otherwise.stream().map(CaseLine::reference).collect(Collectors.joining(", ")));
    }
  }
}
