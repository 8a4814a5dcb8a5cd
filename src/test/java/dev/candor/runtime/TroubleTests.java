package dev.candor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.response.Incident;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.grpc.Context;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What goes wrong at somebody's end: a clear answer, and the engine goes on. */
class TroubleTests extends RestTest {

  private static final int MANY = 10_000;

  private static final byte[] MALFORMED =
      "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='half'"
          .getBytes(StandardCharsets.UTF_8);

  @Test
  void shouldNameTheFileThatIsNoDiagramAndWhy() {
    assertThatThrownBy(() -> deploy(client, MALFORMED))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.code()).isEqualTo(400);
              assertThat(e.details().getDetail()).contains("half.bpmn").contains("Line=1");
            });
    try (var grpc = RuntimeForTests.grpcClient(runtime)) {
      assertThatThrownBy(() -> deploy(grpc, MALFORMED))
          .isInstanceOfSatisfying(
              ClientStatusException.class,
              e -> assertThat(e.getStatusCode()).isEqualTo(Status.Code.INVALID_ARGUMENT))
          .hasMessageContaining("half.bpmn");
    }
  }

  @Test
  void shouldNameTheElementThatADiagramLacksAnythingFor() {
    byte[] noJobType =
        Bpmn.convertToString(
                Bpmn.createExecutableProcess("vague")
                    .startEvent()
                    .serviceTask("nameless")
                    .endEvent()
                    .done())
            .getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> deploy(client, noJobType))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.details().getDetail())
                    .contains("half.bpmn")
                    .contains("nameless")
                    .contains("taskDefinition"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldMakeAnIncidentOfAnExpressionThatFails(boolean rest) {
    // given
    deploy(
        Bpmn.createExecutableProcess("choosing")
            .startEvent()
            .exclusiveGateway("large")
            .conditionExpression("amount > 100")
            .endEvent("yes")
            .moveToLastExclusiveGateway()
            .conditionExpression("amount <= 100")
            .endEvent("no")
            .done());
    try (var either =
        rest ? RuntimeForTests.client(runtime) : RuntimeForTests.grpcClient(runtime)) {
      // when
      long instance =
          either
              .newCreateInstanceCommand()
              .bpmnProcessId("choosing")
              .latestVersion()
              .variables(Map.of("amount", "many"))
              .send()
              .join()
              .getProcessInstanceKey();

      // then
      Incident incident =
          client
              .newIncidentSearchRequest()
              .filter(filter -> filter.processInstanceKey(instance))
              .send()
              .join()
              .singleItem();
      assertThat(incident.getElementId()).isEqualTo("large");
      assertThat(incident.getErrorMessage()).contains("amount").contains("many");

      // when
      either.newSetVariablesCommand(instance).variables(Map.of("amount", 1)).send().join();
      either.newResolveIncidentCommand(incident.getIncidentKey()).send().join();

      // then
      assertThat(client.newProcessInstanceGetRequest(instance).send().join().getState().name())
          .isEqualTo("COMPLETED");
    }
  }

  @Test
  void shouldRefuseAVariableThatFitsIntoNoRecordAndGoOn() {
    // given
    deploy(oneTask("roomy", "room"));
    Map<String, Object> large = Map.of("text", "x".repeat(4_200_000));

    // then
    assertThatThrownBy(() -> create("roomy", large))
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.code()).isEqualTo(413));
    try (var grpc = RuntimeForTests.grpcClient(runtime)) {
      assertThatThrownBy(
              () ->
                  grpc.newCreateInstanceCommand()
                      .bpmnProcessId("roomy")
                      .latestVersion()
                      .variables(large)
                      .send()
                      .join())
          .isInstanceOfSatisfying(
              ClientStatusException.class,
              e -> assertThat(e.getStatusCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED));
    }
    create("roomy", Map.of());
    assertThat(jobs("room")).hasSize(1);
  }

  /** It writes a variable twice, which makes too much of what is not too much itself. */
  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void shouldSayThatTheEngineWouldHaveToWriteTooMuch(CapturedOutput output) {
    // given
    deploy(oneTask("written-twice", "twice"));
    byte[] text = "x".repeat(300).getBytes(StandardCharsets.UTF_8);

    // then
    assertThatThrownBy(() -> create("written-twice", Map.of("text", "x".repeat(2_200_000))))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.code()).isEqualTo(413);
              assertThat(e.details().getDetail()).contains("larger than a record may be");
            });
    create("written-twice", Map.of());
    assertThat(activate("twice").getVariables()).doesNotContain("xxx");
    assertThat(output)
        .as("the log names the trouble, and not what the variable holds, encoded or not")
        .contains("valueType=PROCESS_INSTANCE_CREATION", "ExceededBatchRecordSizeException")
        .doesNotContain("xxx", Base64.getEncoder().encodeToString(text));
  }

  @Test
  void shouldReadNoBodyThatIsLargerThanAnythingItTakes() {
    assertThat(post("/v2/process-instances", "x".repeat(17 << 20)).statusCode()).isEqualTo(413);
  }

  @Test
  void shouldServeTenThousandWaitingPollsWithAHandfulOfThreads() throws InterruptedException {
    // given
    deploy(oneTask("wanted", "wanted"));
    deploy(oneTask("busy", "busy"));
    var channel =
        ManagedChannelBuilder.forTarget(runtime.grpcAddress().getAuthority())
            .usePlaintext()
            // On its network's thread: the threads that are counted below are the runtime's.
            .directExecutor()
            .build();
    var threads = ManagementFactory.getThreadMXBean();
    int before = threads.getThreadCount();
    var polls = new Polls(GatewayGrpc.newStub(channel), "wanted");
    try (Context.CancellableContext all = Context.current().withCancellation()) {
      // when
      all.run(() -> polls.ask(MANY));
      create("busy", Map.of());
      client.newCompleteCommand(activate("busy")).send().join();

      // then
      assertThat(polls.waiting()).as("polls still waiting while others are served").isPositive();
      assertThat(threads.getThreadCount() - before).as("further platform threads").isLessThan(80);

      // when
      all.cancel(new CancellationException("hung up"));
      assertThat(polls.ended.await(60, TimeUnit.SECONDS)).as("every poll ends").isTrue();
      create("wanted", Map.of());

      // then
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(jobs("wanted")).hasSize(1));
    } finally {
      channel.shutdownNow();
    }
  }

  private static void deploy(CamundaClient client, byte[] diagram) {
    client.newDeployResourceCommand().addResourceBytes(diagram, "half.bpmn").send().join();
  }

  /** A crowd that asks again whenever it was told that there is nothing. */
  private static final class Polls {

    private final GatewayGrpc.GatewayStub gateway;
    private final ActivateJobsRequest request;
    private final AtomicInteger waiting = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(MANY);

    private Polls(GatewayGrpc.GatewayStub gateway, String type) {
      this.gateway = gateway;
      request =
          ActivateJobsRequest.newBuilder()
              .setType(type)
              .setWorker("crowd")
              .setMaxJobsToActivate(1)
              .setTimeout(600_000)
              .setRequestTimeout(60_000)
              .build();
    }

    int waiting() {
      return waiting.get();
    }

    void ask(int times) {
      for (int i = 0; i < times; i++) {
        ask();
      }
    }

    private void ask() {
      waiting.incrementAndGet();
      gateway.activateJobs(
          request,
          new StreamObserver<>() {
            @Override
            public void onNext(ActivateJobsResponse jobs) {}

            @Override
            public void onError(Throwable hungUp) {
              waiting.decrementAndGet();
              ended.countDown();
            }

            @Override
            public void onCompleted() {
              waiting.decrementAndGet();
              ask();
            }
          });
    }
  }
}
