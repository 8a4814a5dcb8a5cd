package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.request.ListenedTask;
import io.camunda.client.protocol.rest.ActivatedJobResult;
import io.camunda.client.protocol.rest.JobKindEnum;
import io.camunda.client.protocol.rest.JobListenerEventTypeEnum;
import io.camunda.client.protocol.rest.UserTaskProperties;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.value.JobKind;

/** Shows an activated job as the contract has it. */
final class ActivatedJobs {

  private ActivatedJobs() {}

  static ActivatedJobResult show(long key, JobRecord job) {
    return new ActivatedJobResult()
        .jobKey(Long.toString(key))
        .type(job.getType())
        .worker(job.getWorker())
        .retries(job.getRetries())
        .deadline(job.getDeadline())
        .variables(job.getVariables())
        .customHeaders(job.getCustomHeadersObjectMap())
        .processDefinitionId(job.getBpmnProcessId())
        .processDefinitionVersion(job.getProcessDefinitionVersion())
        .processDefinitionKey(Long.toString(job.getProcessDefinitionKey()))
        .processInstanceKey(Long.toString(job.getProcessInstanceKey()))
        .elementId(job.getElementId())
        .elementInstanceKey(Long.toString(job.getElementInstanceKey()))
        .kind(JobKindEnum.fromValue(job.getJobKind().name()))
        .listenerEventType(JobListenerEventTypeEnum.fromValue(job.getJobListenerEventType().name()))
        .userTask(job.getJobKind() == JobKind.TASK_LISTENER ? userTask(ListenedTask.of(job)) : null)
        .tenantId(job.getTenantId())
        .tags(job.getTags());
  }

  private static UserTaskProperties userTask(ListenedTask task) {
    return new UserTaskProperties()
        .userTaskKey(task.key())
        .action(task.action())
        .assignee(task.assignee())
        .candidateGroups(task.candidateGroups())
        .candidateUsers(task.candidateUsers())
        .changedAttributes(task.changedAttributes())
        .dueDate(task.dueDate())
        .followUpDate(task.followUpDate())
        .formKey(task.formKey())
        .priority(task.priority());
  }
}
