package dev.candor.tasks.internal;

import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseTasks;
import dev.candor.tasks.HumanTask;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class TasksOfCases implements CaseTasks {

  private final TaskTable tasks;
  private final NobodyLeft nobodyLeft;

  TasksOfCases(TaskTable tasks, NobodyLeft nobodyLeft) {
    this.tasks = tasks;
    this.nobodyLeft = nobodyLeft;
  }

  @Override
  public List<CaseTask> on(CaseReference reference) {
    return tasks.on(reference.value()).stream().map(this::shown).toList();
  }

  private CaseTask shown(HumanTask task) {
    return new CaseTask(
        Long.toString(task.key()),
        task.name(),
        task.element(),
        task.state().name(),
        task.assignee() == null ? null : task.assignee().value(),
        task.candidateGroups(),
        task.dueAt(),
        nobodyLeft.isSoFor(task));
  }
}
