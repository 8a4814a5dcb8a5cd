package dev.candor.tasks.internal;

import dev.candor.access.Person;
import dev.candor.process.HumanTasks;
import dev.candor.tasks.ClaimTask;
import dev.candor.tasks.CompleteTask;
import dev.candor.tasks.ReleaseTask;
import dev.candor.tasks.TaskRefusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Claims, releases and completes through the engine. */
@Component
class EngineTasks implements ClaimTask, ReleaseTask, CompleteTask {

  private static final String SUBMISSION = "submission";

  private final UnderRules underRules;
  private final HumanTasks engine;
  private final HandingOver handingOver;
  private final TaskForms forms;
  private final EnteredGrounds grounds;
  private final EnteredDeparture departure;
  private final SubmissionTable submissions;

  EngineTasks(
      UnderRules underRules,
      HumanTasks engine,
      HandingOver handingOver,
      TaskForms forms,
      EnteredGrounds grounds,
      EnteredDeparture departure,
      SubmissionTable submissions) {
    this.underRules = underRules;
    this.engine = engine;
    this.handingOver = handingOver;
    this.forms = forms;
    this.grounds = grounds;
    this.departure = departure;
    this.submissions = submissions;
  }

  @Override
  public void claim(Person person, long userTaskKey) {
    var task = underRules.allowed(found -> TaskRule.toClaim(found, person), person, userTaskKey);
    if (task.wasDelegatedBy(person)) {
      handingOver.takeBack(person, task);
    } else if (task.isHeldByWhoIsAwayFor(person)) {
      handingOver.takeOver(person, task);
    } else if (!task.isHeldBy(person)) {
      underRules.asked(
          TaskRule.CLAIMING, person, task, () -> engine.assign(task.key(), person.id().value()));
    }
  }

  @Override
  public void release(Person person, long userTaskKey) {
    var task = underRules.allowed(TaskRule.RELEASING, person, userTaskKey);
    if (task.isHeldBy(person) && !handingOver.goesBack(person, task)) {
      underRules.asked(TaskRule.RELEASING, person, task, () -> engine.unassign(task.key()));
    }
  }

  @Override
  public void complete(Person person, long userTaskKey, Map<String, Object> values) {
    var task = underRules.allowed(TaskRule.COMPLETING, person, userTaskKey);
    var form = forms.of(task);
    var accepted = form.accept(values);
    grounds.check(task, accepted);
    departure.check(person, task, accepted);
    var submission = submissions.keep(task.key(), person.id(), accepted);
    var variables = new LinkedHashMap<>(form.forEngine(accepted));
    variables.put(SUBMISSION, submission.toString());
    try {
      underRules.asked(
          TaskRule.COMPLETING, person, task, () -> engine.complete(task.key(), variables));
    } catch (TaskRefusal refusal) {
      submissions.discard(submission);
      throw refusal;
    }
  }
}
