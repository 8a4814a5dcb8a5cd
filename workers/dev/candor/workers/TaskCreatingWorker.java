package dev.candor.workers;

import dev.candor.notification.Mails;
import dev.candor.notification.Mails.Notice;
import dev.candor.process.JobTypes;
import dev.candor.tasks.TaskLifecycle;
import dev.candor.tasks.TaskLifecycle.OfferedTask;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts a new task on the desk and tells the people it is offered to. */
@Component
public class TaskCreatingWorker {

  private final TaskLifecycle tasks;
  private final Mails mails;
  private final Members members;

  TaskCreatingWorker(TaskLifecycle tasks, Mails mails, Members members) {
    this.tasks = tasks;
    this.mails = mails;
    this.members = members;
  }

  @JobWorker(type = JobTypes.TASK_CREATING, fetchVariables = "caseReference")
  public void created(ActivatedJob job, @VariablesAsType CaseVariables variables) {
    var task = job.getUserTask();
    tasks.offered(
        new OfferedTask(
            task.getUserTaskKey(),
            variables.caseReference(),
            job.getElementId(),
            job.getProcessDefinitionKey(),
            job.getProcessInstanceKey(),
            task.getCandidateGroups(),
            task.getFormKey(),
            Optional.ofNullable(task.getDueDate()).map(OffsetDateTime::toInstant).orElse(null)));
    mails.tell(
        Notice.TASK_OFFERED,
        variables.caseReference(),
        members.of(variables.caseReference(), task.getCandidateGroups()),
        "task-" + task.getUserTaskKey());
  }
}
