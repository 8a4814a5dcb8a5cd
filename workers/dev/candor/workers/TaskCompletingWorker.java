package dev.candor.workers;

import dev.candor.process.JobTypes;
import dev.candor.tasks.TaskLifecycle;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Accepts what was entered, or says why the task must not be completed. */
@Component
public class TaskCompletingWorker {

  private final TaskLifecycle tasks;

  TaskCompletingWorker(TaskLifecycle tasks) {
    this.tasks = tasks;
  }

  @JobWorker(
      type = JobTypes.TASK_COMPLETING,
      fetchVariables = {"caseReference", "submission"},
      autoComplete = false)
  public void completing(
      JobClient client, ActivatedJob job, @VariablesAsType Completion completion) {
    var task = job.getUserTask();
    var reason =
        tasks.completing(task.getUserTaskKey(), Listener.assigneeOf(task), completion.submission());
    Listener.answer(client, job, reason);
  }

  /**
   * @param submission absent when another client than the desk completes the task
   */
  record Completion(@Nullable String submission) {}
}
