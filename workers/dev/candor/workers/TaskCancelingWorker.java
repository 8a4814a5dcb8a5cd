package dev.candor.workers;

import dev.candor.process.JobTypes;
import dev.candor.tasks.TaskLifecycle;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

/** Takes a task from the desk that the case went on without. */
@Component
public class TaskCancelingWorker {

  private final TaskLifecycle tasks;

  TaskCancelingWorker(TaskLifecycle tasks) {
    this.tasks = tasks;
  }

  @JobWorker(type = JobTypes.TASK_CANCELING, fetchVariables = "caseReference")
  public void canceled(ActivatedJob job) {
    tasks.canceled(job.getUserTask().getUserTaskKey());
  }
}
