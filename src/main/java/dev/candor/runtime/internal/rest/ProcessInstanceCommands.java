package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.command.CommandAnswer.Accepted;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.request.CreateInstance;
import dev.candor.runtime.internal.request.Engine;
import dev.candor.runtime.internal.request.OperationReference;
import io.camunda.client.protocol.rest.CreateProcessInstanceResult;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceResultRecord;
import java.util.Map;

/** Starts and ends process instances. */
final class ProcessInstanceCommands implements Resource {

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
    CreateInstance creation = exchange.body(CreateInstance.class);
    Accepted created = engine.carryOut(creation.command(), creation.patience());
    return Reply.json(
        creation.awaitsCompletion()
            ? show(created.value(ProcessInstanceResultRecord.class))
            : show(created.value(ProcessInstanceCreationRecord.class)));
  }

  private static CreateProcessInstanceResult show(ProcessInstanceCreationRecord value) {
    return new CreateProcessInstanceResult()
        .processDefinitionId(value.getBpmnProcessId())
        .processDefinitionKey(Long.toString(value.getProcessDefinitionKey()))
        .processDefinitionVersion(value.getVersion())
        .processInstanceKey(Long.toString(value.getProcessInstanceKey()))
        .tenantId(value.getTenantId())
        .variables(Map.of())
        .tags(value.getTags());
  }

  private static CreateProcessInstanceResult show(ProcessInstanceResultRecord value) {
    return new CreateProcessInstanceResult()
        .processDefinitionId(value.getBpmnProcessId())
        .processDefinitionKey(Long.toString(value.getProcessDefinitionKey()))
        .processDefinitionVersion(value.getVersion())
        .processInstanceKey(Long.toString(value.getProcessInstanceKey()))
        .tenantId(value.getTenantId())
        .variables(value.getVariables())
        .tags(value.getTags());
  }

  private Reply cancel(Exchange exchange) {
    OperationReference body = exchange.optionalBody(OperationReference.class);
    engine.carryOut(body.cancelInstance(exchange.key("processInstanceKey")));
    return Reply.noContent();
  }
}
