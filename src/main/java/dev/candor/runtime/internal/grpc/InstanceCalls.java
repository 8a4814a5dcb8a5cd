package dev.candor.runtime.internal.grpc;

import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.request.CreateInstance;
import dev.candor.runtime.internal.request.Engine;
import dev.candor.runtime.internal.request.SetVariables;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CancelProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CancelProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceWithResultResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.MigrateProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ResolveIncidentRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ResolveIncidentResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.SetVariablesRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.SetVariablesResponse;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceResultRecord;

/** Process instances: started, changed and ended. */
final class InstanceCalls {

  private InstanceCalls() {}

  static void addTo(Rpcs rpcs, Engine engine) {
    rpcs.command(
            GatewayGrpc.getCreateProcessInstanceMethod(),
            request -> InstanceRequests.read(request).command(),
            done -> created(done.value(ProcessInstanceCreationRecord.class)))
        .answer(
            GatewayGrpc.getCreateProcessInstanceWithResultMethod(),
            (request, caller) -> result(InstanceRequests.read(request), engine))
        .acknowledge(
            GatewayGrpc.getCancelProcessInstanceMethod(),
            InstanceCalls::cancellation,
            CancelProcessInstanceResponse.getDefaultInstance())
        .acknowledge(
            GatewayGrpc.getModifyProcessInstanceMethod(),
            request -> InstanceRequests.read(request).command(request.getProcessInstanceKey()),
            ModifyProcessInstanceResponse.getDefaultInstance())
        .acknowledge(
            GatewayGrpc.getMigrateProcessInstanceMethod(),
            request -> InstanceRequests.read(request).command(request.getProcessInstanceKey()),
            MigrateProcessInstanceResponse.getDefaultInstance())
        .command(
            GatewayGrpc.getSetVariablesMethod(),
            InstanceCalls::variables,
            done -> SetVariablesResponse.newBuilder().setKey(done.key()).build())
        .acknowledge(
            GatewayGrpc.getResolveIncidentMethod(),
            InstanceCalls::resolution,
            ResolveIncidentResponse.getDefaultInstance());
  }

  private static CreateProcessInstanceResponse created(ProcessInstanceCreationRecord created) {
    return CreateProcessInstanceResponse.newBuilder()
        .setProcessDefinitionKey(created.getProcessDefinitionKey())
        .setBpmnProcessId(created.getBpmnProcessId())
        .setVersion(created.getVersion())
        .setProcessInstanceKey(created.getProcessInstanceKey())
        .setTenantId(created.getTenantId())
        .addAllTags(created.getTags())
        .build();
  }

  private static CreateProcessInstanceWithResultResponse result(
      CreateInstance creation, Engine engine) {
    ProcessInstanceResultRecord result =
        engine
            .carryOut(creation.command(), creation.patience())
            .value(ProcessInstanceResultRecord.class);
    return CreateProcessInstanceWithResultResponse.newBuilder()
        .setProcessDefinitionKey(result.getProcessDefinitionKey())
        .setBpmnProcessId(result.getBpmnProcessId())
        .setVersion(result.getVersion())
        .setProcessInstanceKey(result.getProcessInstanceKey())
        .setVariables(Documents.show(result.getVariablesBuffer()))
        .setTenantId(result.getTenantId())
        .addAllTags(result.getTags())
        .build();
  }

  private static Command cancellation(CancelProcessInstanceRequest request) {
    return Rpcs.reference(request.hasOperationReference(), request.getOperationReference())
        .cancelInstance(request.getProcessInstanceKey());
  }

  private static Command variables(SetVariablesRequest request) {
    return new SetVariables(
            Documents.read(request.getVariables()),
            request.getLocal(),
            Rpcs.number(request.hasOperationReference(), request.getOperationReference()))
        .command(request.getElementInstanceKey());
  }

  private static Command resolution(ResolveIncidentRequest request) {
    return Rpcs.reference(request.hasOperationReference(), request.getOperationReference())
        .resolveIncident(request.getIncidentKey());
  }
}
