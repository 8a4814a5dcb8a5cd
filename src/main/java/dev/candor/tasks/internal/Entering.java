package dev.candor.tasks.internal;

import dev.candor.access.Person;
import dev.candor.tasks.HumanTask;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what somebody entered into a task's form, once the rules, the form and the register take
 * it: all of it in one transaction, and before the engine is asked.
 */
@Component
class Entering {

  private final UnderRules underRules;
  private final TaskForms forms;
  private final EnteredGrounds grounds;
  private final EnteredDeparture departure;
  private final SubmissionTable submissions;

  Entering(
      UnderRules underRules,
      TaskForms forms,
      EnteredGrounds grounds,
      EnteredDeparture departure,
      SubmissionTable submissions) {
    this.underRules = underRules;
    this.forms = forms;
    this.grounds = grounds;
    this.departure = departure;
    this.submissions = submissions;
  }

  /**
   * @param submission pending until the completing listener accepts it
   * @param forEngine what of it steers the route
   */
  record Entered(HumanTask task, UUID submission, Map<String, Object> forEngine) {}

  /**
   * @throws dev.candor.tasks.UnknownTask when there is none, or none this person may know of
   * @throws dev.candor.tasks.TaskRefusal when a rule says no
   * @throws dev.candor.web.InvalidInput when the form or the register does not take these values
   */
  @Transactional
  Entered keep(Person person, long userTaskKey, Map<String, Object> values) {
    var task = underRules.allowed(TaskRule.COMPLETING, person, userTaskKey);
    var form = forms.of(task);
    var accepted = form.accept(values);
    grounds.check(task, accepted);
    departure.check(person, task, accepted);
    var submission = submissions.keep(task.key(), person.id(), accepted);
    return new Entered(task, submission, form.forEngine(accepted));
  }

  /** Forgets it, because the engine refused. */
  void discard(Entered entered) {
    submissions.discard(entered.submission());
  }
}
