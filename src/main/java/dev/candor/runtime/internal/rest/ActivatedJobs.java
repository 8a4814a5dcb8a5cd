package dev.candor.runtime.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.runtime.internal.http.Json;
import io.camunda.client.protocol.rest.ActivatedJobResult;
import io.camunda.client.protocol.rest.JobKindEnum;
import io.camunda.client.protocol.rest.JobListenerEventTypeEnum;
import io.camunda.client.protocol.rest.UserTaskProperties;
import io.camunda.zeebe.protocol.Protocol;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.value.JobKind;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

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
        .userTask(job.getJobKind() == JobKind.TASK_LISTENER ? userTask(job) : null)
        .tenantId(job.getTenantId())
        .tags(job.getTags());
  }

  /** The engine tells a listener about its task in reserved headers. */
  private static UserTaskProperties userTask(JobRecord job) {
    Map<String, String> headers = job.getCustomHeaders();
    String priority = headers.get(Protocol.USER_TASK_PRIORITY_HEADER_NAME);
    return new UserTaskProperties()
        .userTaskKey(headers.get(Protocol.USER_TASK_KEY_HEADER_NAME))
        .action(headers.get(Protocol.USER_TASK_ACTION_HEADER_NAME))
        .assignee(headers.get(Protocol.USER_TASK_ASSIGNEE_HEADER_NAME))
        .candidateGroups(list(headers.get(Protocol.USER_TASK_CANDIDATE_GROUPS_HEADER_NAME)))
        .candidateUsers(list(headers.get(Protocol.USER_TASK_CANDIDATE_USERS_HEADER_NAME)))
        .changedAttributes(list(headers.get(Protocol.USER_TASK_CHANGED_ATTRIBUTES_HEADER_NAME)))
        .dueDate(headers.get(Protocol.USER_TASK_DUE_DATE_HEADER_NAME))
        .followUpDate(headers.get(Protocol.USER_TASK_FOLLOW_UP_DATE_HEADER_NAME))
        .formKey(headers.get(Protocol.USER_TASK_FORM_KEY_HEADER_NAME))
        .priority(priority == null ? null : Integer.valueOf(priority));
  }

  private static List<String> list(@Nullable String json) {
    if (json == null || json.isEmpty()) {
      return List.of();
    }
    return StreamSupport.stream(Json.read(json).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }
}
