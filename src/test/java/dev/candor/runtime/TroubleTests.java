package dev.candor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.candor.support.NothingBeside;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.response.Incident;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyRequest;
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
@NothingBeside
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
    var polls = new GrpcCrowd(GatewayGrpc.newStub(channel), "wanted");
    try (Context.CancellableContext all = Context.current().withCancellation()) {
      // when
      all.run(polls::askAll);
      create("busy", Map.of());
      client.newCompleteCommand(activate("busy")).send().join();

      // then
      assertThat(polls.waiting.get())
          .as("polls still waiting while others are served")
          .isPositive();
      assertThat(threads.getThreadCount() - before).as("further platform threads").isLessThan(80);

      // when
      all.cancel(new CancellationException("hung up"));
      assertThat(polls.ended.await(60, TimeUnit.SECONDS)).as("every poll ends").isTrue();
      // The runtime has read that they hung up when it answers what came behind that on their line.
      GatewayGrpc.newBlockingStub(channel).topology(TopologyRequest.getDefaultInstance());
      create("wanted", Map.of());

      // then
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(jobs("wanted")).hasSize(1));
    } finally {
      channel.shutdownNow();
    }
  }

  @Test
  void shouldServeTenThousandWaitingPollsOverRestToo() throws InterruptedException {
    // given
    deploy(oneTask("wanted-by-rest", "wanted-by-rest"));
    deploy(oneTask("busy-by-rest", "busy-by-rest"));
    var threads = ManagementFactory.getThreadMXBean();
    int before = threads.getThreadCount();
    RestCrowd polls;
    // Without ports: so many connections are more than a process may open on some machines.
    try (var crowd = runtime.client(settings -> settings.preferRestOverGrpc(true))) {
      // when
      polls = new RestCrowd(crowd, "wanted-by-rest");
      polls.askAll();
      create("busy-by-rest", Map.of());
      client.newCompleteCommand(activate("busy-by-rest")).send().join();

      // then
      assertThat(polls.waiting.get())
          .as("polls still waiting while others are served")
          .isPositive();
      assertThat(threads.getThreadCount() - before).as("further platform threads").isLessThan(80);

      // when
      polls.isOver = true;
    }
    assertThat(polls.ended.await(60, TimeUnit.SECONDS)).as("every poll ends").isTrue();
    create("wanted-by-rest", Map.of());

    // then
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(jobs("wanted-by-rest")).hasSize(1));
  }

  private static void deploy(CamundaClient client, byte[] diagram) {
    client.newDeployResourceCommand().addResourceBytes(diagram, "half.bpmn").send().join();
  }

  /** Ten thousand who ask again whenever they were told that there is nothing. */
  private abstract static class Crowd {

    final AtomicInteger waiting = new AtomicInteger();
    final CountDownLatch ended = new CountDownLatch(MANY);

    final void askAll() {
      for (int i = 0; i < MANY; i++) {
        ask();
      }
    }

    final void ask() {
      waiting.incrementAndGet();
      send();
    }

    abstract void send();

    final void answered(boolean isOver) {
      waiting.decrementAndGet();
      if (isOver) {
        ended.countDown();
      } else {
        ask();
      }
    }
  }

  private static final class GrpcCrowd extends Crowd {

    private final GatewayGrpc.GatewayStub gateway;
    private final ActivateJobsRequest request;

    private GrpcCrowd(GatewayGrpc.GatewayStub gateway, String type) {
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

    @Override
    void send() {
      gateway.activateJobs(
          request,
          new StreamObserver<>() {
            @Override
            public void onNext(ActivateJobsResponse jobs) {}

            @Override
            public void onError(Throwable hungUp) {
              answered(true);
            }

            @Override
            public void onCompleted() {
              answered(false);
            }
          });
    }
  }

  private static final class RestCrowd extends Crowd {

    private final CamundaClient client;
    private final String type;
    private volatile boolean isOver;

    private RestCrowd(CamundaClient client, String type) {
      this.client = client;
      this.type = type;
    }

    @Override
    void send() {
      client
          .newActivateJobsCommand()
          .jobType(type)
          .maxJobsToActivate(1)
          .requestTimeout(Duration.ofSeconds(60))
          .send()
          .whenComplete((jobs, failure) -> answered(isOver));
    }
  }
}
