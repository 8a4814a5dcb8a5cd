package dev.candor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.runtime.internal.grpc.GatewayApi;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.StreamActivatedJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyRequest;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams of jobs by bare gRPC: what an official client does not let a test do. */
class GrpcStreamTests extends GrpcTest {

  private static final long TIMEOUT_MILLIS = 60_000;
  private static final InetSocketAddress HERE = InetSocketAddress.createUnresolved("here", 0);

  /** Its own in each test: a stream of the last one may not have been heard to hang up yet. */
  private final String type = UUID.randomUUID().toString();

  private ManagedChannel channel;
  private Stream stream;

  @BeforeEach
  void connect() {
    channel = connectedTo(runtime);
    deploy(oneTask("streaming", type));
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  @Test
  void shouldGiveNoJobToAStreamThatHungUp() {
    // given
    stream = open(true);
    createHere("");
    await().untilAsserted(() -> assertThat(stream.jobs).hasSize(1));

    // when
    stream.hangUp();
    long instance = createHere("");

    // then
    assertThat(poll()).extracting(ActivatedJob::getProcessInstanceKey).containsExactly(instance);
    assertThat(stream.jobs).noneMatch(job -> job.getProcessInstanceKey() == instance);
  }

  @Test
  void shouldLoseNoJobWhenAStreamHangsUpInTheMiddle() {
    // given
    stream = open(true);

    // when
    List<Long> instances = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      instances.add(create("streaming", Map.of()));
      if (i == 100) {
        stream.hangUp();
      }
    }

    // then
    List<ActivatedJob> got = new ArrayList<>(poll());
    got.addAll(stream.jobs);
    // What was on the wire when the client hung up comes again when its time is over.
    runtime.core().clock().advance(Duration.ofMillis(TIMEOUT_MILLIS).plusSeconds(60));
    got.addAll(poll());
    assertThat(got).extracting(ActivatedJob::getProcessInstanceKey).containsAll(instances);
    assertThat(stream.jobs).hasSizeLessThan(200);
    runtime.core().clock().reset();
  }

  @Test
  void shouldGiveToOthersWhatAStreamDoesNotRead() {
    // given
    stream = open(false);
    String large = "{\"large\": \"%s\"}".formatted("x".repeat(100_000));

    // when
    List<Long> instances = IntStream.range(0, 40).mapToObj(i -> createHere(large)).toList();

    // then
    List<Long> others = new ArrayList<>();
    await()
        .untilAsserted(
            () -> {
              poll().forEach(job -> others.add(job.getProcessInstanceKey()));
              assertThat(others).hasSizeGreaterThan(20);
            });
    assertThat(others).doesNotHaveDuplicates().isSubsetOf(instances);
    stream.read();
    await()
        .untilAsserted(
            () ->
                assertThat(stream.jobs)
                    .extracting(ActivatedJob::getProcessInstanceKey)
                    .doesNotContainAnyElementsOf(others)
                    .containsAll(instances.stream().filter(i -> !others.contains(i)).toList()));
  }

  @Test
  void shouldStayOpenThroughAPurge() {
    // given
    stream = open(true);

    // when
    runtime.core().purge();
    deploy(oneTask("streaming", type));
    long instance = create("streaming", Map.of("after", "purge"));

    // then
    await()
        .untilAsserted(
            () ->
                assertThat(stream.jobs)
                    .extracting(ActivatedJob::getProcessInstanceKey)
                    .containsExactly(instance));
    assertThat(stream.ended).isEmpty();
  }

  @Test
  void shouldActivateAsTheStreamWishes() {
    // given
    stream = open(true);

    // when
    createHere("{\"wanted\": 1, \"other\": 2}");

    // then
    await().untilAsserted(() -> assertThat(stream.jobs).hasSize(1));
    ActivatedJob job = stream.jobs.getFirst();
    assertThat(job.getVariables()).isEqualTo("{\"wanted\":1}");
    assertThat(job.getWorker()).isEqualTo("reader");
    assertThat(job.getDeadline()).isGreaterThan(runtime.core().clock().millis());
  }

  @Test
  void shouldRefuseAStreamWithoutATypeOrTime() {
    // when
    Stream noType = new Stream(true);
    GatewayGrpc.newStub(channel).streamActivatedJobs(wishes().setType("").build(), noType);
    Stream noTime = new Stream(true);
    GatewayGrpc.newStub(channel).streamActivatedJobs(wishes().setTimeout(0).build(), noTime);

    // then
    await()
        .untilAsserted(
            () -> {
              assertThat(noType.ended).containsExactly(Status.Code.INVALID_ARGUMENT);
              assertThat(noTime.ended).containsExactly(Status.Code.INVALID_ARGUMENT);
            });
  }

  @Test
  void shouldTellStreamsThatTheRuntimeCloses() {
    // given
    Stream other = new Stream(true);
    try (CamundaRuntime closing = RuntimeForTests.start()) {
      ManagedChannel there = connectedTo(closing);
      GatewayGrpc.newStub(there).streamActivatedJobs(wishes().build(), other);
      GatewayGrpc.newBlockingStub(there)
          .activateJobs(
              ActivateJobsRequest.newBuilder()
                  .setType("none")
                  .setTimeout(1)
                  .setMaxJobsToActivate(1)
                  .setRequestTimeout(-1)
                  .build())
          .forEachRemaining(answer -> assertThat(answer.getJobsList()).isEmpty());
    }

    // then
    await().untilAsserted(() -> assertThat(other.ended).containsExactly(Status.Code.UNAVAILABLE));
  }

  /** A server that closes still hears who called before it said so. */
  @Test
  void shouldTellAStreamThatComesWhenTheOthersHaveBeenTold() throws IOException {
    Stream late = new Stream(true);
    try (var network = Executors.newSingleThreadExecutor();
        var api = new GatewayApi(runtime.core(), network, () -> HERE)) {
      var server =
          InProcessServerBuilder.forName(type)
              .executor(network)
              .addService(api.service())
              .build()
              .start();
      ManagedChannel there = InProcessChannelBuilder.forName(type).build();
      try {
        // given
        api.endStreams();

        // when
        GatewayGrpc.newStub(there).streamActivatedJobs(wishes().build(), late);

        // then
        await()
            .untilAsserted(() -> assertThat(late.ended).containsExactly(Status.Code.UNAVAILABLE));
      } finally {
        there.shutdownNow();
        server.shutdownNow();
      }
    }
  }

  /** Connected, so that what is called first is also heard first. */
  private static ManagedChannel connectedTo(CamundaRuntime runtime) {
    ManagedChannel channel =
        ManagedChannelBuilder.forAddress("127.0.0.1", runtime.grpcAddress().getPort())
            .usePlaintext()
            .build();
    GatewayGrpc.newBlockingStub(channel).topology(TopologyRequest.getDefaultInstance());
    return channel;
  }

  /** An open stream: what is sent on the same connection after it comes after it. */
  private Stream open(boolean reads) {
    Stream opened = new Stream(reads);
    GatewayGrpc.newStub(channel).streamActivatedJobs(wishes().build(), opened);
    return opened;
  }

  private StreamActivatedJobsRequest.Builder wishes() {
    return StreamActivatedJobsRequest.newBuilder()
        .setType(type)
        .setWorker("reader")
        .addFetchVariable("wanted")
        .addFetchVariable("large")
        .setTimeout(TIMEOUT_MILLIS);
  }

  /** On the stream's own connection, so that both sides agree on what was first. */
  private long createHere(String variables) {
    return GatewayGrpc.newBlockingStub(channel)
        .createProcessInstance(
            CreateProcessInstanceRequest.newBuilder()
                .setBpmnProcessId("streaming")
                .setVersion(-1)
                .setVariables(variables)
                .build())
        .getProcessInstanceKey();
  }

  private List<ActivatedJob> poll() {
    List<ActivatedJob> jobs = new ArrayList<>();
    GatewayGrpc.newBlockingStub(channel)
        .withMaxInboundMessageSize(8 << 20)
        .activateJobs(
            ActivateJobsRequest.newBuilder()
                .setType(type)
                .setWorker("poller")
                .setTimeout(10 * TIMEOUT_MILLIS)
                .setMaxJobsToActivate(500)
                .setRequestTimeout(200)
                .build())
        .forEachRemaining(answer -> jobs.addAll(answer.getJobsList()));
    return jobs;
  }

  /** The worker's side of a stream. */
  private static final class Stream
      implements ClientResponseObserver<StreamActivatedJobsRequest, ActivatedJob> {

    private final boolean reads;
    private final List<ActivatedJob> jobs = new CopyOnWriteArrayList<>();
    private final List<Status.Code> ended = new CopyOnWriteArrayList<>();
    private ClientCallStreamObserver<StreamActivatedJobsRequest> call;

    private Stream(boolean reads) {
      this.reads = reads;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<StreamActivatedJobsRequest> call) {
      this.call = call;
      if (!reads) {
        call.disableAutoRequestWithInitial(0);
      }
    }

    void read() {
      call.request(1_000);
    }

    void hangUp() {
      call.cancel("enough", null);
    }

    @Override
    public void onNext(ActivatedJob job) {
      jobs.add(job);
    }

    @Override
    public void onError(Throwable failure) {
      ended.add(((StatusRuntimeException) failure).getStatus().getCode());
    }

    @Override
    public void onCompleted() {
      ended.add(Status.Code.OK);
    }
  }
}
