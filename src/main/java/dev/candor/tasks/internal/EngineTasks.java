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
  private final Entering entering;

  EngineTasks(
      UnderRules underRules, HumanTasks engine, HandingOver handingOver, Entering entering) {
    this.underRules = underRules;
    this.engine = engine;
    this.handingOver = handingOver;
    this.entering = entering;
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
    var entered = entering.keep(person, userTaskKey, values);
    var variables = new LinkedHashMap<>(entered.forEngine());
    variables.put(SUBMISSION, entered.submission().toString());
    try {
      underRules.asked(
          TaskRule.COMPLETING,
          person,
          entered.task(),
          () -> engine.complete(userTaskKey, variables));
    } catch (TaskRefusal refusal) {
      entering.discard(entered);
      throw refusal;
    }
  }
}
