package dev.candor.workers;

import dev.candor.process.JobTypes;
import dev.candor.tasks.TaskLifecycle;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import org.springframework.stereotype.Component;

/** Lets a person have a task, or says why not; whichever client asks. */
@Component
public class TaskAssigningWorker {

  private final TaskLifecycle tasks;

  TaskAssigningWorker(TaskLifecycle tasks) {
    this.tasks = tasks;
  }

  @JobWorker(type = JobTypes.TASK_ASSIGNING, fetchVariables = "caseReference", autoComplete = false)
  public void assigning(JobClient client, ActivatedJob job) {
    var task = job.getUserTask();
    var reason = tasks.assigning(task.getUserTaskKey(), Listener.assigneeOf(task));
    Listener.answer(client, job, reason);
  }
}
