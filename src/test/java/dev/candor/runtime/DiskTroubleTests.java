package dev.candor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.candor.runtime.internal.log.ForgetfulDisk;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.PartitionBrokerHealth;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.grpc.Status;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients and those who watch are told while the disk cannot say that it has anything. */
class DiskTroubleTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path temporary;

  @Test
  void shouldTellEverybodyAndGoOn() {
    var disk = new ForgetfulDisk();
    try (var runtime =
            CamundaRuntime.builder()
                .folder(disk.wrapPath(temporary.resolve("runtime")))
                .restPort(0)
                .grpcPort(0)
                .managementPort(0)
                .start();
        var rest = RuntimeForTests.client(runtime);
        var grpc = RuntimeForTests.grpcClient(runtime)) {
      // given
      rest.newDeployResourceCommand()
          .addProcessModel(RestTest.oneTask("one-task", "work"), "one-task.bpmn")
          .send()
          .join();
      disk.fail(true);
      var underWay = create(rest);
      await().atMost(PATIENCE).until(() -> health(rest) == PartitionBrokerHealth.UNHEALTHY);

      // then
      assertThatThrownBy(() -> create(rest).join())
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> {
                assertThat(e.code()).isEqualTo(503);
                assertThat(e.details().getDetail()).contains("log cannot be written");
              });
      assertThatThrownBy(() -> create(grpc).join())
          .isInstanceOfSatisfying(
              ClientStatusException.class,
              e -> assertThat(e.getStatusCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED))
          .hasMessageContaining("log cannot be written");
      assertThat(status(runtime, "/actuator/health")).isEqualTo(503);
      assertThat(status(runtime, "/actuator/health/liveness")).isEqualTo(200);

      // when
      disk.fail(false);

      // then
      assertThat(underWay.toCompletableFuture()).succeedsWithin(PATIENCE);
      assertThat(create(grpc).join().getProcessInstanceKey()).isPositive();
      assertThat(rest.newProcessInstanceSearchRequest().send().join().items()).hasSize(2);
      assertThat(health(rest)).isEqualTo(PartitionBrokerHealth.HEALTHY);
      assertThat(status(runtime, "/actuator/health")).isEqualTo(200);
    }
  }

  private static CamundaFuture<ProcessInstanceEvent> create(CamundaClient client) {
    return client.newCreateInstanceCommand().bpmnProcessId("one-task").latestVersion().send();
  }

  private static PartitionBrokerHealth health(CamundaClient client) {
    return client
        .newTopologyRequest()
        .send()
        .join()
        .getBrokers()
        .getFirst()
        .getPartitions()
        .getFirst()
        .getHealth();
  }

  private static int status(CamundaRuntime runtime, String path) {
    return RestTest.request("GET", runtime.managementAddress(), path, "").statusCode();
  }
}
