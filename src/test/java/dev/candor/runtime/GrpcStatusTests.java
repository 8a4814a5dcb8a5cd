package dev.candor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.JobState;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.grpc.Status.Code;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What gateway.proto says that each of its calls refuses, and in which status. */
class GrpcStatusTests extends GrpcTest {

  private static final long NOBODY = 4_611_686_018_427_387_903L;

  /** A call that cannot be carried out. */
  private record Refused(
      String call,
      String why,
      Code status,
      Function<CamundaClient, ? extends CamundaFuture<?>> send) {}

  private static long failedJob;
  private static long idleJob;

  @BeforeAll
  static void fill() {
    deploy(oneTask("work", "work"));
    deploy(
        Bpmn.createExecutableProcess("message-only")
            .startEvent()
            .message("begin")
            .endEvent()
            .done());
    client
        .newPublishMessageCommand()
        .messageName("m")
        .correlationKey("c")
        .messageId("1")
        .timeToLive(Duration.ofMinutes(1))
        .send()
        .join();
    create("work", Map.of());
    ActivatedJob job = activate("work");
    client.newFailCommand(job).retries(0).send().join();
    failedJob = job.getKey();
    create("work", Map.of());
    idleJob =
        client
            .newJobSearchRequest()
            .filter(f -> f.state(JobState.CREATED))
            .send()
            .join()
            .singleItem()
            .getJobKey();
  }

  private static List<Refused> refused() {
    return List.of(
        new Refused(
            "DeployResource",
            "no BPMN",
            Code.INVALID_ARGUMENT,
            c ->
                c.newDeployResourceCommand()
                    .addResourceString("<definitions/>", StandardCharsets.UTF_8, "x.bpmn")
                    .send()),
        new Refused(
            "DeleteResource",
            "not there",
            Code.NOT_FOUND,
            c -> c.newDeleteResourceCommand(NOBODY).send()),
        new Refused(
            "CreateProcessInstance",
            "no such process",
            Code.NOT_FOUND,
            c -> c.newCreateInstanceCommand().bpmnProcessId("nobody").latestVersion().send()),
        new Refused(
            "CreateProcessInstance",
            "no plain start event",
            Code.FAILED_PRECONDITION,
            c -> c.newCreateInstanceCommand().bpmnProcessId("message-only").latestVersion().send()),
        new Refused(
            "CreateProcessInstance",
            "another tenant",
            Code.INVALID_ARGUMENT,
            c ->
                c.newCreateInstanceCommand()
                    .bpmnProcessId("work")
                    .latestVersion()
                    .tenantId("another")
                    .send()),
        new Refused(
            "CreateProcessInstanceWithResult",
            "it takes too long",
            Code.DEADLINE_EXCEEDED,
            c ->
                c.newCreateInstanceCommand()
                    .bpmnProcessId("work")
                    .latestVersion()
                    .withResult()
                    .requestTimeout(Duration.ofMillis(200))
                    .send()),
        new Refused(
            "CancelProcessInstance",
            "not there",
            Code.NOT_FOUND,
            c -> c.newCancelInstanceCommand(NOBODY).send()),
        new Refused(
            "CancelProcessInstance",
            "a mark that is none",
            Code.INVALID_ARGUMENT,
            c -> c.newCancelInstanceCommand(NOBODY).operationReference(0).send()),
        new Refused(
            "ModifyProcessInstance",
            "not there",
            Code.NOT_FOUND,
            c -> c.newModifyProcessInstanceCommand(NOBODY).activateElement("task").send()),
        new Refused(
            "MigrateProcessInstance",
            "not there",
            Code.NOT_FOUND,
            c ->
                c.newMigrateProcessInstanceCommand(NOBODY)
                    .migrationPlan(NOBODY)
                    .addMappingInstruction("a", "b")
                    .send()),
        new Refused(
            "SetVariables",
            "not there",
            Code.NOT_FOUND,
            c -> c.newSetVariablesCommand(NOBODY).variables(Map.of("a", 1)).send()),
        new Refused(
            "ResolveIncident",
            "not there",
            Code.NOT_FOUND,
            c -> c.newResolveIncidentCommand(NOBODY).send()),
        new Refused(
            "EvaluateDecision",
            "not there",
            Code.NOT_FOUND,
            c -> c.newEvaluateDecisionCommand().decisionId("nobody").send()),
        new Refused(
            "PublishMessage",
            "published before",
            Code.ALREADY_EXISTS,
            c ->
                c.newPublishMessageCommand()
                    .messageName("m")
                    .correlationKey("c")
                    .messageId("1")
                    .send()),
        new Refused(
            "BroadcastSignal",
            "another tenant",
            Code.INVALID_ARGUMENT,
            c -> c.newBroadcastSignalCommand().signalName("s").tenantId("another").send()),
        new Refused(
            "CompleteJob", "not there", Code.NOT_FOUND, c -> c.newCompleteCommand(NOBODY).send()),
        new Refused(
            "CompleteJob",
            "failed before",
            Code.FAILED_PRECONDITION,
            c -> c.newCompleteCommand(failedJob).send()),
        new Refused(
            "FailJob",
            "not there",
            Code.NOT_FOUND,
            c -> c.newFailCommand(NOBODY).retries(1).send()),
        new Refused(
            "FailJob",
            "failed before",
            Code.FAILED_PRECONDITION,
            c -> c.newFailCommand(failedJob).retries(1).send()),
        new Refused(
            "ThrowError",
            "not there",
            Code.NOT_FOUND,
            c -> c.newThrowErrorCommand(NOBODY).errorCode("x").send()),
        new Refused(
            "ThrowError",
            "failed before",
            Code.FAILED_PRECONDITION,
            c -> c.newThrowErrorCommand(failedJob).errorCode("x").send()),
        new Refused(
            "UpdateJobRetries",
            "not there",
            Code.NOT_FOUND,
            c -> c.newUpdateRetriesCommand(NOBODY).retries(1).send()),
        new Refused(
            "UpdateJobRetries",
            "none left",
            Code.INVALID_ARGUMENT,
            c -> c.newUpdateRetriesCommand(idleJob).retries(0).send()),
        new Refused(
            "UpdateJobTimeout",
            "not there",
            Code.NOT_FOUND,
            c -> c.newUpdateTimeoutCommand(NOBODY).timeout(1_000).send()),
        new Refused(
            "UpdateJobTimeout",
            "nobody works on it",
            Code.FAILED_PRECONDITION,
            c -> c.newUpdateTimeoutCommand(idleJob).timeout(1_000).send()));
  }

  @TestFactory
  Stream<DynamicTest> shouldRefuse() {
    return refused().stream()
        .map(
            one ->
                dynamicTest(
                    one.call + ": " + one.why,
                    () -> assertStatus(one.status, () -> one.send.apply(client).join())));
  }

  /** The others are tested where their answers are. */
  @Test
  void shouldForgetNoCallThatCanBeRefused() {
    TreeSet<String> calls =
        GatewayGrpc.getServiceDescriptor().getMethods().stream()
            .map(method -> method.getBareMethodName())
            .collect(Collectors.toCollection(TreeSet::new));
    refused().forEach(one -> calls.remove(one.call));
    assertThat(calls)
        .containsExactly("ActivateJobs", "DeployProcess", "StreamActivatedJobs", "Topology");
  }
}
