package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.command.CommandAnswer.Accepted;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Problem;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import io.camunda.client.protocol.rest.CreateProcessInstanceResult;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationStartInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceResultRecord;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts and ends process instances. */
final class ProcessInstanceCommands implements Resource {

  /** Where an instance starts when not at its start event. */
  record Start(@Nullable String elementId) {}

  /** Which process, with what. */
  record Creation(
      @Nullable String processDefinitionId,
      @Nullable String processDefinitionKey,
      @Nullable Integer processDefinitionVersion,
      @Nullable Map<String, Object> variables,
      @Nullable String tenantId,
      @Nullable Long operationReference,
      @Nullable List<Start> startInstructions,
      @Nullable List<Object> runtimeInstructions,
      @Nullable Boolean awaitCompletion,
      @Nullable List<String> fetchVariables,
      @Nullable Long requestTimeout,
      @Nullable Set<String> tags) {}

  private final Engine engine;

  ProcessInstanceCommands(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post("/process-instances", this::create)
        .post("/process-instances/{processInstanceKey}/cancellation", this::cancel);
  }

  private Reply create(Exchange exchange) {
    Creation creation = exchange.body(Creation.class);
    ProcessInstanceCreationRecord record = record(creation);
    long reference = Values.reference(creation.operationReference);
    if (Boolean.TRUE.equals(creation.awaitCompletion)) {
      return createAndAwait(creation, record, reference);
    }
    Accepted created =
        engine.carryOut(
            new Command(ProcessInstanceCreationIntent.CREATE, record)
                .withOperationReference(reference));
    ProcessInstanceCreationRecord value = created.value(ProcessInstanceCreationRecord.class);
    return Reply.json(
        new CreateProcessInstanceResult()
            .processDefinitionId(value.getBpmnProcessId())
            .processDefinitionKey(Long.toString(value.getProcessDefinitionKey()))
            .processDefinitionVersion(value.getVersion())
            .processInstanceKey(Long.toString(value.getProcessInstanceKey()))
            .tenantId(value.getTenantId())
            .variables(Map.of())
            .tags(value.getTags()));
  }

  private Reply createAndAwait(
      Creation creation, ProcessInstanceCreationRecord record, long reference) {
    if (creation.fetchVariables != null) {
      record.setFetchVariables(creation.fetchVariables);
    }
    Duration patience =
        creation.requestTimeout == null || creation.requestTimeout <= 0
            ? Engine.PATIENCE
            : Duration.ofMillis(creation.requestTimeout);
    Accepted completed =
        engine.carryOut(
            new Command(ProcessInstanceCreationIntent.CREATE_WITH_AWAITING_RESULT, record)
                .withOperationReference(reference),
            patience);
    ProcessInstanceResultRecord value = completed.value(ProcessInstanceResultRecord.class);
    return Reply.json(
        new CreateProcessInstanceResult()
            .processDefinitionId(value.getBpmnProcessId())
            .processDefinitionKey(Long.toString(value.getProcessDefinitionKey()))
            .processDefinitionVersion(value.getVersion())
            .processInstanceKey(Long.toString(value.getProcessInstanceKey()))
            .tenantId(value.getTenantId())
            .variables(value.getVariables())
            .tags(value.getTags()));
  }

  private static ProcessInstanceCreationRecord record(Creation creation) {
    if ((creation.processDefinitionId == null) == (creation.processDefinitionKey == null)) {
      throw Problem.invalid(
          "Exactly one of processDefinitionId and processDefinitionKey must be provided");
    }
    if (creation.runtimeInstructions != null && !creation.runtimeInstructions.isEmpty()) {
      throw new Problem(
          501, "NOT_IMPLEMENTED", "This runtime does not serve runtimeInstructions yet");
    }
    ProcessInstanceCreationRecord record =
        new ProcessInstanceCreationRecord()
            .setTenantId(Values.tenant(creation.tenantId))
            .setVariables(Values.variables(creation.variables))
            .setTags(creation.tags == null ? Set.of() : creation.tags);
    if (creation.processDefinitionKey != null) {
      record.setProcessDefinitionKey(
          Values.key("processDefinitionKey", creation.processDefinitionKey));
    } else {
      record
          .setBpmnProcessId(Values.required("processDefinitionId", creation.processDefinitionId))
          .setVersion(
              creation.processDefinitionVersion == null ? -1 : creation.processDefinitionVersion);
    }
    if (creation.startInstructions != null) {
      for (Start start : creation.startInstructions) {
        record.addStartInstruction(
            new ProcessInstanceCreationStartInstruction()
                .setElementId(Values.required("elementId", start.elementId)));
      }
    }
    return record;
  }

  private Reply cancel(Exchange exchange) {
    OperationReference body = exchange.optionalBody(OperationReference.class);
    long key = exchange.key("processInstanceKey");
    engine.carryOut(
        new Command(
                ProcessInstanceIntent.CANCEL,
                key,
                new ProcessInstanceRecord().setProcessInstanceKey(key))
            .withOperationReference(Values.reference(body.operationReference())));
    return Reply.noContent();
  }
}
