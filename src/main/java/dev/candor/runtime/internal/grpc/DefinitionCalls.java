package dev.candor.runtime.internal.grpc;

import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.command.CommandAnswer.Accepted;
import dev.candor.runtime.internal.request.Deploy;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeleteResourceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeleteResourceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployProcessRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployProcessResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceRequest;
import io.camunda.zeebe.protocol.impl.record.value.decision.DecisionEvaluationRecord;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;

/** Diagrams, tables and forms: taken in, evaluated, deleted. */
final class DefinitionCalls {

  private DefinitionCalls() {}

  @SuppressWarnings("deprecation") // old clients deploy by it
  static void addTo(Rpcs rpcs) {
    rpcs.command(
            GatewayGrpc.getDeployResourceMethod(),
            DefinitionCalls::deployment,
            done -> DeploymentMessages.show(done.key(), done.value(DeploymentRecord.class)))
        .command(
            GatewayGrpc.getDeployProcessMethod(),
            DefinitionCalls::deployment,
            DefinitionCalls::processes)
        .acknowledge(
            GatewayGrpc.getDeleteResourceMethod(),
            DefinitionCalls::deletion,
            DeleteResourceResponse.getDefaultInstance())
        .command(
            GatewayGrpc.getEvaluateDecisionMethod(),
            request -> DecisionMessages.read(request).command(),
            done -> DecisionMessages.show(done.key(), done.value(DecisionEvaluationRecord.class)));
  }

  private static Command deployment(DeployResourceRequest request) {
    return new Deploy(
            request.getResourcesList().stream()
                .map(file -> new Deploy.Resource(file.getName(), file.getContent().toByteArray()))
                .toList(),
            request.getTenantId())
        .command();
  }

  private static Command deployment(DeployProcessRequest request) {
    return new Deploy(
            request.getProcessesList().stream()
                .map(
                    file -> new Deploy.Resource(file.getName(), file.getDefinition().toByteArray()))
                .toList(),
            null)
        .command();
  }

  private static DeployProcessResponse processes(Accepted done) {
    return DeployProcessResponse.newBuilder()
        .setKey(done.key())
        .addAllProcesses(DeploymentMessages.processes(done.value(DeploymentRecord.class)))
        .build();
  }

  private static Command deletion(DeleteResourceRequest request) {
    return Rpcs.reference(request.hasOperationReference(), request.getOperationReference())
        .deleteResource(request.getResourceKey());
  }
}
