package dev.candor.tasks.internal;

import dev.candor.access.Person;
import dev.candor.process.HumanTasks.TaskBusy;
import dev.candor.process.HumanTasks.TaskGone;
import dev.candor.process.HumanTasks.TaskRefused;
import dev.candor.tasks.HumanTask;
import dev.candor.tasks.TaskRefusal;
import dev.candor.tasks.TaskRefusal.Kind;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the engine for what the rules allow. No transaction is open while the engine works: its
 * listeners come back to the same rows.
 */
@Component
class UnderRules {

  private static final String STILL_AT_WORK =
      "The engine is still at work on this task. Try again in a few seconds";

  private final DeskTasks desk;

  UnderRules(DeskTasks desk) {
    this.desk = desk;
  }

  /**
   * @throws TaskRefusal when a rule says no
   * @throws dev.candor.tasks.UnknownTask when there is none, or none this person may know of
   */
  @Transactional(readOnly = true)
  HumanTask allowed(List<TaskRule> wanted, Person person, long userTaskKey) {
    return allowed(task -> wanted, person, userTaskKey);
  }

  /** The same, where the task says which rules. */
  @Transactional(readOnly = true)
  HumanTask allowed(Function<HumanTask, List<TaskRule>> wanted, Person person, long userTaskKey) {
    var attempt = desk.attempt(person, userTaskKey);
    attempt
        .broken(wanted.apply(attempt.task()))
        .ifPresent(
            refusal -> {
              throw refusal;
            });
    return attempt.task();
  }

  /** What the engine refuses is explained by our rules first: somebody was faster, mostly. */
  void asked(List<TaskRule> wanted, Person person, HumanTask task, Runnable command) {
    try {
      command.run();
    } catch (TaskRefused refused) {
      throw explained(wanted, person, task, Kind.REFUSED_BY_ENGINE, reason(refused));
    } catch (TaskBusy busy) {
      throw explained(wanted, person, task, Kind.BUSY, STILL_AT_WORK);
    } catch (TaskGone gone) {
      throw explained(wanted, person, task, Kind.DONE, "The task is gone");
    }
  }

  private TaskRefusal explained(
      List<TaskRule> wanted, Person person, HumanTask task, Kind otherwise, String reason) {
    return desk.attempt(person, task.key())
        .broken(wanted)
        .orElse(new TaskRefusal(otherwise, reason));
  }

  private static String reason(TaskRefused refused) {
    return refused.getMessage() == null ? "The engine refused it" : refused.getMessage();
  }
}
