package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.request.Engine;
import dev.candor.runtime.internal.request.MigrateInstance;
import dev.candor.runtime.internal.request.ModifyInstance;
import dev.candor.runtime.internal.request.Refusal;
import dev.candor.runtime.internal.request.Values;
import io.camunda.client.protocol.rest.ModifyProcessInstanceVariableInstruction;
import io.camunda.client.protocol.rest.ProcessInstanceMigrationInstruction;
import io.camunda.client.protocol.rest.ProcessInstanceModificationActivateInstruction;
import io.camunda.client.protocol.rest.ProcessInstanceModificationInstruction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves running process instances by hand: to other elements, to another version. */
final class ProcessInstanceChanges implements Resource {

  private final Engine engine;

  ProcessInstanceChanges(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post("/process-instances/{processInstanceKey}/modification", this::modify)
        .post("/process-instances/{processInstanceKey}/migration", this::migrate);
  }

  private Reply modify(Exchange exchange) {
    ProcessInstanceModificationInstruction asked =
        exchange.body(ProcessInstanceModificationInstruction.class);
    ModifyInstance modification =
        new ModifyInstance(
            all(asked.getActivateInstructions()).stream()
                .map(ProcessInstanceChanges::activation)
                .toList(),
            all(asked.getTerminateInstructions()).stream()
                .map(one -> Values.key("elementInstanceKey", one.getElementInstanceKey()))
                .toList(),
            asked.getOperationReference());
    engine.carryOut(modification.command(exchange.key("processInstanceKey")));
    return Reply.noContent();
  }

  private static ModifyInstance.Activation activation(
      ProcessInstanceModificationActivateInstruction asked) {
    String ancestor = asked.getAncestorElementInstanceKey();
    return new ModifyInstance.Activation(
        asked.getElementId(),
        ancestor == null ? -1 : Values.key("ancestorElementInstanceKey", ancestor),
        all(asked.getVariableInstructions()).stream()
            .map(ProcessInstanceChanges::variables)
            .toList());
  }

  private static ModifyInstance.Variables variables(
      ModifyProcessInstanceVariableInstruction asked) {
    return new ModifyInstance.Variables(
        Values.text(asked.getScopeId()), Values.required("variables", asked.getVariables()));
  }

  private Reply migrate(Exchange exchange) {
    ProcessInstanceMigrationInstruction asked =
        exchange.body(ProcessInstanceMigrationInstruction.class);
    MigrateInstance migration =
        new MigrateInstance(
            Values.key("targetProcessDefinitionKey", asked.getTargetProcessDefinitionKey()),
            mappings(asked.getMappingInstructions()).stream()
                .map(
                    one ->
                        new MigrateInstance.Mapping(
                            Values.required("sourceElementId", one.getSourceElementId()),
                            Values.required("targetElementId", one.getTargetElementId())))
                .toList(),
            asked.getOperationReference());
    engine.carryOut(migration.command(exchange.key("processInstanceKey")));
    return Reply.noContent();
  }

  /** The client's class makes no difference between none and not given. */
  private static <T> List<T> mappings(@Nullable List<T> given) {
    if (given == null || given.isEmpty()) {
      throw Refusal.invalid("No mappingInstructions provided");
    }
    return given;
  }

  private static <T> List<T> all(@Nullable List<T> given) {
    return given == null ? List.of() : given;
  }
}
