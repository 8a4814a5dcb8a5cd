package dev.candor.runtime.internal.grpc;

import dev.candor.runtime.internal.request.ActivateJobs;
import dev.candor.runtime.internal.request.CompleteJob;
import dev.candor.runtime.internal.request.FailJob;
import dev.candor.runtime.internal.request.JobOutcome;
import dev.candor.runtime.internal.request.JobOutcome.Activation;
import dev.candor.runtime.internal.request.JobOutcome.Corrections;
import dev.candor.runtime.internal.request.ThrowError;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FailJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.JobResult;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.JobResultCorrections;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ThrowErrorRequest;

/** What workers ask, read from their messages. */
final class JobRequests {

  private JobRequests() {}

  static ActivateJobs read(ActivateJobsRequest request) {
    return new ActivateJobs(
        request.getType(),
        request.getWorker(),
        request.getTimeout(),
        request.getMaxJobsToActivate(),
        request.getFetchVariableList(),
        request.getRequestTimeout(),
        request.getTenantIdsList());
  }

  static CompleteJob read(CompleteJobRequest request) {
    return new CompleteJob(
        Documents.read(request.getVariables()),
        request.hasResult() ? outcome(request.getResult()) : null);
  }

  static FailJob read(FailJobRequest request) {
    return new FailJob(
        request.getRetries(),
        request.getErrorMessage(),
        request.getRetryBackOff(),
        Documents.read(request.getVariables()));
  }

  static ThrowError read(ThrowErrorRequest request) {
    return new ThrowError(
        request.getErrorCode(), request.getErrorMessage(), Documents.read(request.getVariables()));
  }

  private static JobOutcome outcome(JobResult result) {
    return new JobOutcome(
        result.getType().isEmpty() ? null : result.getType(),
        result.getDenied(),
        result.getDeniedReason(),
        result.hasCorrections() ? corrections(result.getCorrections()) : null,
        result.getActivateElementsList().stream()
            .map(
                element ->
                    new Activation(element.getElementId(), Documents.read(element.getVariables())))
            .toList(),
        result.getIsCompletionConditionFulfilled(),
        result.getIsCancelRemainingInstances());
  }

  private static Corrections corrections(JobResultCorrections given) {
    return new Corrections(
        given.hasAssignee() ? given.getAssignee() : null,
        given.hasDueDate() ? given.getDueDate() : null,
        given.hasFollowUpDate() ? given.getFollowUpDate() : null,
        given.hasCandidateUsers() ? given.getCandidateUsers().getValuesList() : null,
        given.hasCandidateGroups() ? given.getCandidateGroups().getValuesList() : null,
        given.hasPriority() ? given.getPriority() : null);
  }
}
