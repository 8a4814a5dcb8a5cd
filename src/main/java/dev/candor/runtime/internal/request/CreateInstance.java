package dev.candor.runtime.internal.request;

import dev.candor.runtime.internal.command.Command;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRuntimeInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationStartInstruction;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import io.camunda.zeebe.protocol.record.value.RuntimeInstructionType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which process to start, with what.
 *
 * @param awaitCompletion whether the answer comes when the instance is done
 * @param requestTimeout milliseconds to wait for that
 */
public record CreateInstance(
    @Nullable String processDefinitionId,
    @Nullable String processDefinitionKey,
    @Nullable Integer processDefinitionVersion,
    @Nullable Map<String, Object> variables,
    @Nullable String tenantId,
    @Nullable Long operationReference,
    @Nullable List<Start> startInstructions,
    @Nullable List<RuntimeInstruction> runtimeInstructions,
    @Nullable Boolean awaitCompletion,
    @Nullable List<String> fetchVariables,
    @Nullable Long requestTimeout,
    @Nullable Set<String> tags) {

  /** Where an instance starts when not at its start event. */
  public record Start(@Nullable String elementId) {}

  /**
   * What the engine does at a point of the run.
   *
   * @param type only {@code TERMINATE_PROCESS_INSTANCE} is known
   */
  public record RuntimeInstruction(@Nullable String type, @Nullable String afterElementId) {

    public static RuntimeInstruction terminateAfter(String elementId) {
      return new RuntimeInstruction(
          RuntimeInstructionType.TERMINATE_PROCESS_INSTANCE.name(), elementId);
    }

    private ProcessInstanceCreationRuntimeInstruction value() {
      if (!RuntimeInstructionType.TERMINATE_PROCESS_INSTANCE.name().equals(type)) {
        throw Refusal.invalid("Unknown type of a runtime instruction: '" + type + "'");
      }
      return new ProcessInstanceCreationRuntimeInstruction()
          .setType(RuntimeInstructionType.TERMINATE_PROCESS_INSTANCE)
          .setAfterElementId(Values.required("afterElementId", afterElementId));
    }
  }

  public boolean awaitsCompletion() {
    return Boolean.TRUE.equals(awaitCompletion);
  }

  public Duration patience() {
    return !awaitsCompletion() || requestTimeout == null || requestTimeout <= 0
        ? Engine.PATIENCE
        : Duration.ofMillis(requestTimeout);
  }

  /** Answered with the instance, or with its result if that is awaited. */
  public Command command() {
    ProcessInstanceCreationRecord record = record();
    if (awaitsCompletion() && fetchVariables != null) {
      record.setFetchVariables(fetchVariables);
    }
    return new Command(
            awaitsCompletion()
                ? ProcessInstanceCreationIntent.CREATE_WITH_AWAITING_RESULT
                : ProcessInstanceCreationIntent.CREATE,
            record)
        .withOperationReference(Values.reference(operationReference));
  }

  private ProcessInstanceCreationRecord record() {
    if ((processDefinitionId == null) == (processDefinitionKey == null)) {
      throw Refusal.invalid(
          "Exactly one of processDefinitionId and processDefinitionKey must be provided");
    }
    ProcessInstanceCreationRecord record =
        new ProcessInstanceCreationRecord()
            .setTenantId(Values.tenant(tenantId))
            .setVariables(Values.variables(variables))
            .setTags(tags == null ? Set.of() : tags);
    if (processDefinitionKey != null) {
      record.setProcessDefinitionKey(Values.key("processDefinitionKey", processDefinitionKey));
    } else {
      record
          .setBpmnProcessId(Values.required("processDefinitionId", processDefinitionId))
          .setVersion(processDefinitionVersion == null ? -1 : processDefinitionVersion);
    }
    if (startInstructions != null) {
      for (Start start : startInstructions) {
        record.addStartInstruction(
            new ProcessInstanceCreationStartInstruction()
                .setElementId(Values.required("elementId", start.elementId)));
      }
    }
    if (runtimeInstructions != null) {
      runtimeInstructions.forEach(one -> record.addRuntimeInstruction(one.value()));
    }
    return record;
  }
}
