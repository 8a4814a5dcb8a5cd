package dev.candor.runtime.internal.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.runtime.internal.http.Json;
import io.camunda.zeebe.protocol.Protocol;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The task a listener's job is about: the engine tells of it in reserved headers. */
public record ListenedTask(
    @Nullable String key,
    @Nullable String action,
    @Nullable String assignee,
    List<String> candidateGroups,
    List<String> candidateUsers,
    List<String> changedAttributes,
    @Nullable String dueDate,
    @Nullable String followUpDate,
    @Nullable String formKey,
    @Nullable Integer priority) {

  public static ListenedTask of(JobRecord job) {
    Map<String, String> headers = job.getCustomHeaders();
    String priority = headers.get(Protocol.USER_TASK_PRIORITY_HEADER_NAME);
    return new ListenedTask(
        headers.get(Protocol.USER_TASK_KEY_HEADER_NAME),
        headers.get(Protocol.USER_TASK_ACTION_HEADER_NAME),
        headers.get(Protocol.USER_TASK_ASSIGNEE_HEADER_NAME),
        list(headers.get(Protocol.USER_TASK_CANDIDATE_GROUPS_HEADER_NAME)),
        list(headers.get(Protocol.USER_TASK_CANDIDATE_USERS_HEADER_NAME)),
        list(headers.get(Protocol.USER_TASK_CHANGED_ATTRIBUTES_HEADER_NAME)),
        headers.get(Protocol.USER_TASK_DUE_DATE_HEADER_NAME),
        headers.get(Protocol.USER_TASK_FOLLOW_UP_DATE_HEADER_NAME),
        headers.get(Protocol.USER_TASK_FORM_KEY_HEADER_NAME),
        priority == null ? null : Integer.valueOf(priority));
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
