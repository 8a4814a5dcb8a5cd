package dev.candor.tasks.web;

import dev.candor.access.Person;
import dev.candor.calendar.TimeLeft;
import dev.candor.cases.CaseLine;
import dev.candor.tasks.HumanTask;
import dev.candor.web.Times.Due;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Until when a task is due, in the working time of its case's desk. */
@Component
class TaskDue {

  private final TimeLeft timeLeft;

  TaskDue(TimeLeft timeLeft) {
    this.timeLeft = timeLeft;
  }

  /**
   * @param about the task's case; null when it is not known
   * @return null when the task has no deadline, or is over
   */
  @Nullable Due of(HumanTask task, @Nullable CaseLine about, Person person) {
    var dueAt = task.dueAt();
    if (dueAt == null || !task.isOpen()) {
      return null;
    }
    return about == null
        ? timeLeft.until(dueAt, null, null, person.zone())
        : timeLeft.until(dueAt, about.desk(), about.market(), person.zone());
  }
}
