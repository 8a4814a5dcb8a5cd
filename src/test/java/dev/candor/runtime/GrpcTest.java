package dev.candor.runtime;

import static org.awaitility.Awaitility.await;

import dev.candor.support.BesideOthers;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;

/** The same as by REST, with a client that speaks gRPC. */
@BesideOthers
abstract class GrpcTest extends RestTest {

  @BeforeAll
  static void speakGrpc() {
    client.close();
    client = RuntimeForTests.grpcClient(runtime);
  }

  static void assertStatus(Status.Code code, ThrowingCallable call) {
    Assertions.assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ClientStatusException.class,
            e -> Assertions.assertThat(e.getStatusCode()).isEqualTo(code));
  }

  /** How many jobs the engine has pushed into streams. */
  static double pushed() {
    return runtime
        .core()
        .meters()
        .find("zeebe.job.events.total")
        .tag("action", "pushed")
        .counters()
        .stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  static void awaitCompleted(long processInstanceKey) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                Assertions.assertThat(
                        client
                            .newProcessInstanceGetRequest(processInstanceKey)
                            .send()
                            .join()
                            .getState()
                            .name())
                    .isEqualTo("COMPLETED"));
  }

  static CamundaClient anotherClient() {
    return RuntimeForTests.grpcClient(runtime);
  }
}
