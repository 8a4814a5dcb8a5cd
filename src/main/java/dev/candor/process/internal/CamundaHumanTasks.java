package dev.candor.process.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.process.EngineUnavailable;
import dev.candor.process.HumanTasks;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * A task is on the desk as soon as its listener was told of it, some milliseconds before the engine
 * is done creating it; changes that come too early are tried again.
 */
@Component
class CamundaHumanTasks implements HumanTasks {

  private static final String DENIAL = "Reason to deny: '";
  private static final String NOT_NOW = "The task cannot be changed at the moment";

  private final CamundaClient camunda;
  private final ObjectMapper json;
  private final FailsafeExecutor<Object> patiently;

  CamundaHumanTasks(CamundaClient camunda, ObjectMapper json, ProcessSettings settings) {
    this.camunda = camunda;
    this.json = json;
    this.patiently =
        Failsafe.with(
            RetryPolicy.builder()
                .handleIf(CamundaHumanTasks::isInTransition)
                .withBackoff(Duration.ofMillis(10), Duration.ofMillis(250))
                .withMaxAttempts(-1)
                .withMaxDuration(settings.taskPatience())
                .build());
  }

  @Override
  public void assign(long userTaskKey, String person) {
    assign(userTaskKey, person, false);
  }

  @Override
  public void reassign(long userTaskKey, String person) {
    assign(userTaskKey, person, true);
  }

  private void assign(long userTaskKey, String person, boolean whoeverHoldsIt) {
    asked(
        () ->
            camunda
                .newAssignUserTaskCommand(userTaskKey)
                .assignee(person)
                .allowOverride(whoeverHoldsIt)
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

  private <T> T asked(Supplier<T> command) {
    try {
      return patiently.get(command::get);
    } catch (RuntimeException e) {
      var failure = EngineFailure.of(e);
      throw switch (failure.kind()) {
        case UNKNOWN -> new TaskGone();
        case REFUSED, REPEATED -> new TaskRefused(reason(failure.detail()));
        case IN_TRANSITION -> new TaskBusy();
        case INVALID -> failure;
        case UNREACHABLE -> new EngineUnavailable(failure);
      };
    }
  }

  private static boolean isInTransition(Throwable failure) {
    return failure instanceof RuntimeException refused
        && EngineFailure.of(refused).kind() == EngineFailure.Kind.IN_TRANSITION;
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
