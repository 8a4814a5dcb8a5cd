package dev.candor.tasks.internal;

import dev.candor.tasks.HumanTask;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** To which case a task belongs, as far as the caller's identity shows it. */
@Component
public class CasesOfTasks {

  private final TaskTable tasks;

  CasesOfTasks(TaskTable tasks) {
    this.tasks = tasks;
  }

  public Optional<String> of(long userTaskKey) {
    return tasks.find(userTaskKey).map(HumanTask::reference);
  }
}
