package dev.candor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The official client on a runtime without a port. */
class InsideClientTests {

  private static final BpmnModelInstance ERRAND =
      Bpmn.createExecutableProcess("errand")
          .startEvent()
          .serviceTask("work", task -> task.zeebeJobType("work"))
          .userTask("check")
          .zeebeUserTask()
          .endEvent()
          .done();

  private final CamundaRuntime runtime = CamundaRuntime.inMemory();

  @AfterEach
  void close() {
    runtime.close();
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, false", "false, true"})
  void shouldServeEverythingAClientAsks(boolean rest, boolean streaming) {
    try (var client = runtime.client(settings -> settings.preferRestOverGrpc(rest))) {
      // given
      deploy(client);
      try (JobWorker worker = worker(client, streaming)) {
        // when
        long instance = create(client);
        UserTask task = await().until(() -> openTask(client, instance), found -> found != null);
        client.newAssignUserTaskCommand(task.getUserTaskKey()).assignee("Ada").send().join();
        client.newCompleteUserTaskCommand(task.getUserTaskKey()).send().join();

        // then
        assertThat(worker.isOpen()).isTrue();
        assertThat(client.newProcessInstanceGetRequest(instance).send().join().getState().name())
            .isEqualTo("COMPLETED");
        assertThat(
                client
                    .newVariableSearchRequest()
                    .filter(filter -> filter.processInstanceKey(instance).name("done"))
                    .send()
                    .join()
                    .singleItem()
                    .getValue())
            .isEqualTo("true");
        assertThat(
                client
                    .newUserTaskSearchRequest()
                    .filter(filter -> filter.processInstanceKey(instance).assignee("Ada"))
                    .send()
                    .join()
                    .items())
            .hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldSayWhatIsRefused(boolean rest) {
    try (var client = runtime.client(settings -> settings.preferRestOverGrpc(rest))) {
      assertThatThrownBy(() -> create(client)).hasMessageContaining("errand");
      assertThatThrownBy(() -> client.newProcessInstanceGetRequest(4711).send().join())
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.details().getStatus()).isEqualTo(404));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldGiveNoJobToAPollThatWasGivenUp(boolean rest) {
    try (var client = runtime.client(settings -> settings.preferRestOverGrpc(rest))) {
      // given
      deploy(client);
      var poll = client.newActivateJobsCommand().jobType("work").maxJobsToActivate(1).send();
      poll.cancel(true, new CancellationException("given up"));

      // when
      create(client);

      // then
      await()
          .untilAsserted(
              () ->
                  assertThat(
                          client
                              .newActivateJobsCommand()
                              .jobType("work")
                              .maxJobsToActivate(1)
                              .send()
                              .join()
                              .getJobs())
                      .hasSize(1));
    }
  }

  @Test
  void shouldTellAClientWhoseRuntimeIsClosed() {
    try (var client = runtime.client(settings -> settings.preferRestOverGrpc(true))) {
      client.newTopologyRequest().send().join();

      runtime.close();

      assertThatThrownBy(() -> client.newTopologyRequest().send().join(10, TimeUnit.SECONDS))
          .isNotInstanceOf(CompletionException.class)
          .hasMessageContaining("closed");
    }
  }

  private static void deploy(CamundaClient client) {
    client.newDeployResourceCommand().addProcessModel(ERRAND, "errand.bpmn").send().join();
  }

  private static long create(CamundaClient client) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId("errand")
        .latestVersion()
        .send()
        .join()
        .getProcessInstanceKey();
  }

  private static UserTask openTask(CamundaClient client, long instance) {
    return client
        .newUserTaskSearchRequest()
        .filter(filter -> filter.processInstanceKey(instance))
        .send()
        .join()
        .items()
        .stream()
        .findFirst()
        .orElse(null);
  }

  private static JobWorker worker(CamundaClient client, boolean streaming) {
    return client
        .newWorker()
        .jobType("work")
        .handler((jobs, job) -> jobs.newCompleteCommand(job).variables(Map.of("done", true)).send())
        .streamEnabled(streaming)
        .open();
  }
}
