package dev.candor.workers;

import dev.candor.process.JobTypes;
import dev.candor.tasks.TaskLifecycle;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
class TaskCancelingWorker {

  private final TaskLifecycle tasks;

  TaskCancelingWorker(TaskLifecycle tasks) {
    this.tasks = tasks;
  }

  @JobWorker(type = JobTypes.TASK_CANCELING, fetchVariables = "caseReference")
  void canceled(ActivatedJob job) {
    tasks.canceled(job.getUserTask().getUserTaskKey());
  }
}
