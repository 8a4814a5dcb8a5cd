package dev.candor.runtime.internal.grpc;

import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.command.CommandAnswer.Accepted;
import dev.candor.runtime.internal.request.BroadcastSignal;
import dev.candor.runtime.internal.request.CreateInstance;
import dev.candor.runtime.internal.request.Deploy;
import dev.candor.runtime.internal.request.Engine;
import dev.candor.runtime.internal.request.JobPolls;
import dev.candor.runtime.internal.request.OperationReference;
import dev.candor.runtime.internal.request.PublishMessage;
import dev.candor.runtime.internal.request.SetVariables;
import dev.candor.runtime.internal.request.UpdateJob;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.BroadcastSignalRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.BroadcastSignalResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CancelProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CancelProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceWithResultRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceWithResultResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeleteResourceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeleteResourceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployProcessRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployProcessResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateDecisionRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateDecisionResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FailJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FailJobResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.MigrateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.MigrateProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ResolveIncidentRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ResolveIncidentResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.SetVariablesRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.SetVariablesResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.StreamActivatedJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ThrowErrorRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ThrowErrorResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobRetriesRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobRetriesResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobTimeoutRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobTimeoutResponse;
import io.camunda.zeebe.protocol.impl.record.value.decision.DecisionEvaluationRecord;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceResultRecord;
import io.grpc.stub.StreamObserver;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every call of gateway.proto. */
final class GatewayService extends GatewayGrpc.GatewayImplBase {

  private final Engine engine;
  private final WorkerStreams streams;
  private final JobPolls polls;
  private final Calls calls;
  private final Topology topology;

  GatewayService(Engine engine, WorkerStreams streams, Calls calls, Topology topology) {
    this.engine = engine;
    this.streams = streams;
    this.calls = calls;
    this.topology = topology;
    this.polls = new JobPolls(engine);
  }

  @Override
  public void topology(TopologyRequest request, StreamObserver<TopologyResponse> observer) {
    calls.answer(observer, call -> topology.show());
  }

  @Override
  public void deployResource(
      DeployResourceRequest request, StreamObserver<DeployResourceResponse> observer) {
    carryOut(
        observer,
        () ->
            new Deploy(
                    request.getResourcesList().stream()
                        .map(file -> resource(file.getName(), file.getContent().toByteArray()))
                        .toList(),
                    request.getTenantId())
                .command(),
        done -> DeploymentMessages.show(done.key(), done.value(DeploymentRecord.class)));
  }

  @Override
  @Deprecated
  public void deployProcess(
      DeployProcessRequest request, StreamObserver<DeployProcessResponse> observer) {
    carryOut(
        observer,
        () ->
            new Deploy(
                    request.getProcessesList().stream()
                        .map(file -> resource(file.getName(), file.getDefinition().toByteArray()))
                        .toList(),
                    null)
                .command(),
        done ->
            DeployProcessResponse.newBuilder()
                .setKey(done.key())
                .addAllProcesses(DeploymentMessages.processes(done.value(DeploymentRecord.class)))
                .build());
  }

  private static Deploy.Resource resource(String name, byte[] content) {
    return new Deploy.Resource(name, content);
  }

  @Override
  public void deleteResource(
      DeleteResourceRequest request, StreamObserver<DeleteResourceResponse> observer) {
    carryOut(
        observer,
        () ->
            reference(request.hasOperationReference(), request.getOperationReference())
                .deleteResource(request.getResourceKey()),
        done -> DeleteResourceResponse.getDefaultInstance());
  }

  @Override
  public void createProcessInstance(
      CreateProcessInstanceRequest request,
      StreamObserver<CreateProcessInstanceResponse> observer) {
    carryOut(
        observer,
        () -> InstanceRequests.read(request).command(),
        done -> created(done.value(ProcessInstanceCreationRecord.class)));
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

  @Override
  public void createProcessInstanceWithResult(
      CreateProcessInstanceWithResultRequest request,
      StreamObserver<CreateProcessInstanceWithResultResponse> observer) {
    calls.answer(
        observer,
        call -> {
          CreateInstance creation = InstanceRequests.read(request);
          return completed(
              engine
                  .carryOut(creation.command(), creation.patience())
                  .value(ProcessInstanceResultRecord.class));
        });
  }

  private static CreateProcessInstanceWithResultResponse completed(
      ProcessInstanceResultRecord result) {
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

  @Override
  public void cancelProcessInstance(
      CancelProcessInstanceRequest request,
      StreamObserver<CancelProcessInstanceResponse> observer) {
    carryOut(
        observer,
        () ->
            reference(request.hasOperationReference(), request.getOperationReference())
                .cancelInstance(request.getProcessInstanceKey()),
        done -> CancelProcessInstanceResponse.getDefaultInstance());
  }

  @Override
  public void modifyProcessInstance(
      ModifyProcessInstanceRequest request,
      StreamObserver<ModifyProcessInstanceResponse> observer) {
    carryOut(
        observer,
        () -> InstanceRequests.read(request).command(request.getProcessInstanceKey()),
        done -> ModifyProcessInstanceResponse.getDefaultInstance());
  }

  @Override
  public void migrateProcessInstance(
      MigrateProcessInstanceRequest request,
      StreamObserver<MigrateProcessInstanceResponse> observer) {
    carryOut(
        observer,
        () -> InstanceRequests.read(request).command(request.getProcessInstanceKey()),
        done -> MigrateProcessInstanceResponse.getDefaultInstance());
  }

  @Override
  public void setVariables(
      SetVariablesRequest request, StreamObserver<SetVariablesResponse> observer) {
    carryOut(
        observer,
        () ->
            new SetVariables(
                    Documents.read(request.getVariables()),
                    request.getLocal(),
                    number(request.hasOperationReference(), request.getOperationReference()))
                .command(request.getElementInstanceKey()),
        done -> SetVariablesResponse.newBuilder().setKey(done.key()).build());
  }

  @Override
  public void publishMessage(
      PublishMessageRequest request, StreamObserver<PublishMessageResponse> observer) {
    carryOut(
        observer,
        () ->
            new PublishMessage(
                    request.getName(),
                    request.getCorrelationKey(),
                    request.getTimeToLive(),
                    request.getMessageId(),
                    Documents.read(request.getVariables()),
                    request.getTenantId())
                .command(),
        done ->
            PublishMessageResponse.newBuilder()
                .setKey(done.key())
                .setTenantId(Engine.TENANT)
                .build());
  }

  @Override
  public void broadcastSignal(
      BroadcastSignalRequest request, StreamObserver<BroadcastSignalResponse> observer) {
    carryOut(
        observer,
        () ->
            new BroadcastSignal(
                    request.getSignalName(),
                    Documents.read(request.getVariables()),
                    request.getTenantId())
                .command(),
        done ->
            BroadcastSignalResponse.newBuilder()
                .setKey(done.key())
                .setTenantId(Engine.TENANT)
                .build());
  }

  @Override
  public void evaluateDecision(
      EvaluateDecisionRequest request, StreamObserver<EvaluateDecisionResponse> observer) {
    carryOut(
        observer,
        () -> DecisionMessages.read(request).command(),
        done -> DecisionMessages.show(done.key(), done.value(DecisionEvaluationRecord.class)));
  }

  @Override
  public void resolveIncident(
      ResolveIncidentRequest request, StreamObserver<ResolveIncidentResponse> observer) {
    carryOut(
        observer,
        () ->
            reference(request.hasOperationReference(), request.getOperationReference())
                .resolveIncident(request.getIncidentKey()),
        done -> ResolveIncidentResponse.getDefaultInstance());
  }

  @Override
  public void activateJobs(
      ActivateJobsRequest request, StreamObserver<ActivateJobsResponse> observer) {
    calls.answer(
        observer, call -> JobMessages.show(polls.activate(JobRequests.read(request), call)));
  }

  @Override
  public void streamActivatedJobs(
      StreamActivatedJobsRequest request, StreamObserver<ActivatedJob> observer) {
    streams.open(request, observer);
  }

  @Override
  public void completeJob(
      CompleteJobRequest request, StreamObserver<CompleteJobResponse> observer) {
    carryOut(
        observer,
        () -> JobRequests.read(request).command(request.getJobKey()),
        done -> CompleteJobResponse.getDefaultInstance());
  }

  @Override
  public void failJob(FailJobRequest request, StreamObserver<FailJobResponse> observer) {
    carryOut(
        observer,
        () -> JobRequests.read(request).command(request.getJobKey()),
        done -> FailJobResponse.getDefaultInstance());
  }

  @Override
  public void throwError(ThrowErrorRequest request, StreamObserver<ThrowErrorResponse> observer) {
    carryOut(
        observer,
        () -> JobRequests.read(request).command(request.getJobKey()),
        done -> ThrowErrorResponse.getDefaultInstance());
  }

  @Override
  public void updateJobRetries(
      UpdateJobRetriesRequest request, StreamObserver<UpdateJobRetriesResponse> observer) {
    carryOut(
        observer,
        () ->
            new UpdateJob(
                    new UpdateJob.Changeset(request.getRetries(), null),
                    number(request.hasOperationReference(), request.getOperationReference()))
                .command(request.getJobKey()),
        done -> UpdateJobRetriesResponse.getDefaultInstance());
  }

  @Override
  public void updateJobTimeout(
      UpdateJobTimeoutRequest request, StreamObserver<UpdateJobTimeoutResponse> observer) {
    carryOut(
        observer,
        () ->
            new UpdateJob(
                    new UpdateJob.Changeset(null, request.getTimeout()),
                    number(request.hasOperationReference(), request.getOperationReference()))
                .command(request.getJobKey()),
        done -> UpdateJobTimeoutResponse.getDefaultInstance());
  }

  private <T> void carryOut(
      StreamObserver<T> observer, Supplier<Command> command, Function<Accepted, T> show) {
    calls.answer(observer, call -> show.apply(engine.carryOut(command.get())));
  }

  private static OperationReference reference(boolean given, long value) {
    return new OperationReference(number(given, value));
  }

  private static @Nullable Long number(boolean given, long value) {
    return given ? value : null;
  }
}
