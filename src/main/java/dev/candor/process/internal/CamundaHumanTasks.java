package dev.candor.process.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.process.EngineUnavailable;
import dev.candor.process.HumanTasks;
import io.camunda.client.CamundaClient;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

@Component
class CamundaHumanTasks implements HumanTasks {

  private static final String DENIAL = "Reason to deny: '";
  private static final String NOT_NOW = "The task cannot be changed at the moment";

  private final CamundaClient camunda;
  private final ObjectMapper json;

  CamundaHumanTasks(CamundaClient camunda, ObjectMapper json) {
    this.camunda = camunda;
    this.json = json;
  }

  @Override
  public void assign(long userTaskKey, String person) {
    asked(
        () ->
            camunda
                .newAssignUserTaskCommand(userTaskKey)
                .assignee(person)
                .allowOverride(false)
                .send()
                .join());
  }

  @Override
  public void unassign(long userTaskKey) {
    asked(() -> camunda.newUnassignUserTaskCommand(userTaskKey).send().join());
  }

  @Override
  public void complete(long userTaskKey, Map<String, Object> variables) {
    asked(() -> camunda.newCompleteUserTaskCommand(userTaskKey).variables(variables).send().join());
  }

  @Override
  public Optional<String> form(long userTaskKey) {
    try {
      var form = asked(() -> camunda.newUserTaskGetFormRequest(userTaskKey).send().join());
      return Optional.ofNullable(form).map(found -> text(found.getSchema()));
    } catch (TaskGone gone) {
      return Optional.empty();
    }
  }

  private String text(Object schema) {
    try {
      return schema instanceof String already ? already : json.writeValueAsString(schema);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The engine's form is not JSON", e);
    }
  }

  private static <T> T asked(Supplier<T> command) {
    try {
      return command.get();
    } catch (RuntimeException e) {
      var failure = EngineFailure.of(e);
      throw switch (failure.kind()) {
        case UNKNOWN -> new TaskGone();
        case REFUSED, REPEATED -> new TaskRefused(reason(failure.detail()));
        case INVALID -> failure;
        case UNREACHABLE -> new EngineUnavailable(failure);
      };
    }
  }

  /** The listener's words out of the engine's sentence; no other part of it is for people. */
  static String reason(String detail) {
    var start = detail.indexOf(DENIAL);
    if (start < 0) {
      return NOT_NOW;
    }
    var end = detail.lastIndexOf('\'');
    var from = start + DENIAL.length();
    return end > from ? detail.substring(from, end) : NOT_NOW;
  }
}
