package dev.candor.runtime.internal.grpc;

import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.request.Engine;
import dev.candor.runtime.internal.request.JobPolls;
import dev.candor.runtime.internal.request.UpdateJob;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FailJobResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ThrowErrorResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobRetriesRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobRetriesResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobTimeoutRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobTimeoutResponse;

/** Jobs: asked for, streamed, and what their workers say about them. */
final class JobCalls {

  private JobCalls() {}

  static void addTo(Rpcs rpcs, Engine engine, WorkerStreams streams) {
    JobPolls polls = new JobPolls(engine);
    rpcs.answer(
            GatewayGrpc.getActivateJobsMethod(),
            (request, caller) ->
                JobMessages.show(polls.activate(JobRequests.read(request), caller)))
        .add(GatewayGrpc.getStreamActivatedJobsMethod(), streams::open)
        .acknowledge(
            GatewayGrpc.getCompleteJobMethod(),
            request -> JobRequests.read(request).command(request.getJobKey()),
            CompleteJobResponse.getDefaultInstance())
        .acknowledge(
            GatewayGrpc.getFailJobMethod(),
            request -> JobRequests.read(request).command(request.getJobKey()),
            FailJobResponse.getDefaultInstance())
        .acknowledge(
            GatewayGrpc.getThrowErrorMethod(),
            request -> JobRequests.read(request).command(request.getJobKey()),
            ThrowErrorResponse.getDefaultInstance())
        .acknowledge(
            GatewayGrpc.getUpdateJobRetriesMethod(),
            JobCalls::retries,
            UpdateJobRetriesResponse.getDefaultInstance())
        .acknowledge(
            GatewayGrpc.getUpdateJobTimeoutMethod(),
            JobCalls::timeout,
            UpdateJobTimeoutResponse.getDefaultInstance());
  }

  private static Command retries(UpdateJobRetriesRequest request) {
    return UpdateJob.retries(
        request.getJobKey(),
        request.getRetries(),
        Rpcs.number(request.hasOperationReference(), request.getOperationReference()));
  }

  private static Command timeout(UpdateJobTimeoutRequest request) {
    return UpdateJob.timeout(
        request.getJobKey(),
        request.getTimeout(),
        Rpcs.number(request.hasOperationReference(), request.getOperationReference()));
  }
}
