package dev.candor.tasks.internal;

import dev.candor.access.Person;
import dev.candor.process.HumanTasks;
import dev.candor.process.HumanTasks.TaskBusy;
import dev.candor.process.HumanTasks.TaskGone;
import dev.candor.process.HumanTasks.TaskRefused;
import dev.candor.tasks.ClaimTask;
import dev.candor.tasks.CompleteTask;
import dev.candor.tasks.HumanTask;
import dev.candor.tasks.ReleaseTask;
import dev.candor.tasks.TaskRefusal;
import dev.candor.tasks.TaskRefusal.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Claims, releases and completes through the engine. No transaction is open while the engine works:
 * its listeners come back to the same rows.
 */
@Component
class EngineTasks implements ClaimTask, ReleaseTask, CompleteTask {

  private static final String SUBMISSION = "submission";
  private static final String STILL_AT_WORK =
      "The engine is still at work on this task. Try again in a few seconds";

  private final DeskTasks desk;
  private final HumanTasks engine;
  private final Rules rules;
  private final TaskForms forms;
  private final EnteredGrounds grounds;
  private final SubmissionTable submissions;

  EngineTasks(
      DeskTasks desk,
      HumanTasks engine,
      Rules rules,
      TaskForms forms,
      EnteredGrounds grounds,
      SubmissionTable submissions) {
    this.desk = desk;
    this.engine = engine;
    this.rules = rules;
    this.forms = forms;
    this.grounds = grounds;
    this.submissions = submissions;
  }

  @Override
  public HumanTask claim(Person person, long userTaskKey) {
    var task = allowed(TaskRule.CLAIMING, person, userTaskKey);
    if (!task.isHeldBy(person)) {
      asked(TaskRule.CLAIMING, person, task, () -> engine.assign(task.key(), person.id().value()));
    }
    return desk.known(person, userTaskKey);
  }

  @Override
  public HumanTask release(Person person, long userTaskKey) {
    var task = allowed(TaskRule.RELEASING, person, userTaskKey);
    if (task.isHeldBy(person)) {
      asked(TaskRule.RELEASING, person, task, () -> engine.unassign(task.key()));
    }
    return desk.known(person, userTaskKey);
  }

  @Override
  public HumanTask complete(Person person, long userTaskKey, Map<String, Object> values) {
    var task = allowed(TaskRule.COMPLETING, person, userTaskKey);
    var form = forms.of(task);
    var accepted = form.accept(values);
    grounds.check(task, accepted);
    var submission = submissions.keep(task.key(), person.id(), accepted);
    var variables = new LinkedHashMap<>(form.forEngine(accepted));
    variables.put(SUBMISSION, submission.toString());
    try {
      asked(TaskRule.COMPLETING, person, task, () -> engine.complete(task.key(), variables));
    } catch (TaskRefusal refusal) {
      submissions.discard(submission);
      throw refusal;
    }
    return desk.known(person, userTaskKey);
  }

  private HumanTask allowed(List<TaskRule> rules, Person person, long userTaskKey) {
    var task = desk.known(person, userTaskKey);
    broken(rules, task, person)
        .ifPresent(
            refusal -> {
              throw refusal;
            });
    return task;
  }

  /** What the engine refuses is explained by our rules first: somebody was faster, mostly. */
  private void asked(List<TaskRule> rules, Person person, HumanTask task, Runnable command) {
    try {
      command.run();
    } catch (TaskRefused refused) {
      throw broken(rules, desk.known(person, task.key()), person)
          .orElse(new TaskRefusal(Kind.REFUSED_BY_ENGINE, reason(refused)));
    } catch (TaskBusy busy) {
      throw broken(rules, desk.known(person, task.key()), person)
          .orElse(new TaskRefusal(Kind.BUSY, STILL_AT_WORK));
    } catch (TaskGone gone) {
      throw broken(rules, desk.known(person, task.key()), person)
          .orElse(new TaskRefusal(Kind.DONE, "The task is gone"));
    }
  }

  private Optional<TaskRefusal> broken(List<TaskRule> wanted, HumanTask task, Person person) {
    return rules.broken(wanted, task, person);
  }

  private static String reason(TaskRefused refused) {
    return refused.getMessage() == null ? "The engine refused it" : refused.getMessage();
  }
}
