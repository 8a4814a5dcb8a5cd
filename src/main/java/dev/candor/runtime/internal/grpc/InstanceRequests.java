package dev.candor.runtime.internal.grpc;

import dev.candor.runtime.internal.request.CreateInstance;
import dev.candor.runtime.internal.request.CreateInstance.RuntimeInstruction;
import dev.candor.runtime.internal.request.CreateInstance.Start;
import dev.candor.runtime.internal.request.MigrateInstance;
import dev.candor.runtime.internal.request.ModifyInstance;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceWithResultRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.MigrateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ProcessInstanceCreationRuntimeInstruction;
import java.util.LinkedHashSet;
import java.util.List;

/** What is asked of process instances, read from its messages. */
final class InstanceRequests {

  private InstanceRequests() {}

  static CreateInstance read(CreateProcessInstanceRequest request) {
    return create(request, false, List.of(), 0);
  }

  static CreateInstance read(CreateProcessInstanceWithResultRequest request) {
    return create(
        request.getRequest(), true, request.getFetchVariablesList(), request.getRequestTimeout());
  }

  /** The process is known by its id where one is given, else by its key. */
  private static CreateInstance create(
      CreateProcessInstanceRequest request, boolean await, List<String> fetch, long timeout) {
    String id = request.getBpmnProcessId();
    long key = request.getProcessDefinitionKey();
    return new CreateInstance(
        id.isEmpty() ? null : id,
        id.isEmpty() && key > 0 ? Long.toString(key) : null,
        request.getVersion(),
        Documents.read(request.getVariables()),
        request.getTenantId(),
        request.hasOperationReference() ? request.getOperationReference() : null,
        request.getStartInstructionsList().stream()
            .map(start -> new Start(start.getElementId()))
            .toList(),
        request.getRuntimeInstructionsList().stream().map(InstanceRequests::instruction).toList(),
        await,
        fetch,
        timeout,
        new LinkedHashSet<>(request.getTagsList()));
  }

  private static RuntimeInstruction instruction(ProcessInstanceCreationRuntimeInstruction given) {
    return given.hasTerminate()
        ? RuntimeInstruction.terminateAfter(given.getTerminate().getAfterElementId())
        : new RuntimeInstruction(null, null);
  }

  static ModifyInstance read(ModifyProcessInstanceRequest request) {
    return new ModifyInstance(
        request.getActivateInstructionsList().stream().map(InstanceRequests::activation).toList(),
        request.getTerminateInstructionsList().stream()
            .map(ModifyProcessInstanceRequest.TerminateInstruction::getElementInstanceKey)
            .toList(),
        request.hasOperationReference() ? request.getOperationReference() : null);
  }

  private static ModifyInstance.Activation activation(
      ModifyProcessInstanceRequest.ActivateInstruction instruction) {
    return new ModifyInstance.Activation(
        instruction.getElementId(),
        instruction.getAncestorElementInstanceKey(),
        instruction.getVariableInstructionsList().stream()
            .map(
                variables ->
                    new ModifyInstance.Variables(
                        variables.getScopeId(), Documents.read(variables.getVariables())))
            .toList());
  }

  static MigrateInstance read(MigrateProcessInstanceRequest request) {
    return new MigrateInstance(
        request.getMigrationPlan().getTargetProcessDefinitionKey(),
        request.getMigrationPlan().getMappingInstructionsList().stream()
            .map(
                mapping ->
                    new MigrateInstance.Mapping(
                        mapping.getSourceElementId(), mapping.getTargetElementId()))
            .toList(),
        request.hasOperationReference() ? request.getOperationReference() : null);
  }
}
