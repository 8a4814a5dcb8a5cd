package dev.candor.process.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.process.HumanTasks;
import dev.candor.process.HumanTasks.TaskBusy;
import dev.candor.process.HumanTasks.TaskGone;
import dev.candor.process.HumanTasks.TaskRefused;
import dev.candor.runtime.CamundaRuntime;
import dev.candor.runtime.RuntimeForTests;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks of the real engine while it is busy with them, held or gone. */
class CamundaHumanTasksTests {

  private static final AtomicInteger CHANGES = new AtomicInteger();

  private static CamundaRuntime runtime;
  private static CamundaClient client;

  @BeforeAll
  static void start() {
    runtime = RuntimeForTests.start();
    client =
        CamundaClient.newClientBuilder()
            .restAddress(runtime.restAddress())
            .preferRestOverGrpc(true)
            .withChainHandlers(
                (request, content, scope, chain, callback) -> {
                  if (request.getRequestUri().matches(".*/user-tasks/.+/(assignment|completion)")) {
                    CHANGES.incrementAndGet();
                  }
                  chain.proceed(request, content, scope, callback);
                })
            .build();
    client
        .newDeployResourceCommand()
        .addProcessModel(
            Bpmn.createExecutableProcess("asking")
                .startEvent()
                .userTask("ask")
                .zeebeUserTask()
                .zeebeTaskListener(on -> on.creating().type("creating"))
                .endEvent()
                .done(),
            "asking.bpmn")
        .send()
        .join();
  }

  @AfterAll
  static void stop() {
    client.close();
    runtime.close();
  }

  @BeforeEach
  void countFromNone() {
    CHANGES.set(0);
  }

  @Test
  void shouldAssignATaskAsSoonAsTheEngineIsDoneCreatingIt() {
    // given a listener that takes its time
    var listener = taskBeingCreated();
    var key = listener.getUserTask().getUserTaskKey();
    // when somebody is faster
    var assigned = inBackground(() -> tasks(Duration.ofSeconds(20)).assign(key, "ada"));
    await().until(() -> CHANGES.get() >= 2);
    client.newCompleteCommand(listener).send().join();
    // then
    assertThat(assigned).succeedsWithin(Duration.ofSeconds(10));
    assertThat(client.newUserTaskGetRequest(key).send().join().getAssignee()).isEqualTo("ada");
  }

  @Test
  void shouldGiveUpOnATaskThatTheEngineStaysBusyWith() {
    var key = taskBeingCreated().getUserTask().getUserTaskKey();

    assertThatThrownBy(() -> tasks(Duration.ofMillis(100)).assign(key, "ada"))
        .isInstanceOf(TaskBusy.class);
    assertThat(CHANGES.get()).isGreaterThan(1);
  }

  @Test
  void shouldSayAtOnceThatATaskIsHeldOrGone() {
    // given
    var listener = taskBeingCreated();
    var key = listener.getUserTask().getUserTaskKey();
    client.newCompleteCommand(listener).send().join();
    var tasks = tasks(Duration.ofSeconds(20));
    tasks.assign(key, "ada");
    // then
    assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> tasks.assign(key, "bob"));
    assertThat(CHANGES).hasValue(2);
    // when
    tasks.complete(key, Map.of());
    // then
    assertThatExceptionOfType(TaskGone.class).isThrownBy(() -> tasks.complete(key, Map.of()));
    assertThatExceptionOfType(TaskGone.class).isThrownBy(() -> tasks.assign(key, "bob"));
    assertThat(CHANGES).hasValue(5);
  }

  /** A task that is being created until the job of its listener, answered here, is completed. */
  private static ActivatedJob taskBeingCreated() {
    client.newCreateInstanceCommand().bpmnProcessId("asking").latestVersion().send().join();
    return client
        .newActivateJobsCommand()
        .jobType("creating")
        .maxJobsToActivate(1)
        .timeout(Duration.ofMinutes(1))
        .send()
        .join()
        .getJobs()
        .getFirst();
  }

  private static HumanTasks tasks(Duration patience) {
    var none = Duration.ZERO;
    var settings = new ProcessSettings(false, none, none, none, none, patience);
    return new CamundaHumanTasks(client, new ObjectMapper(), settings);
  }

  private static CompletableFuture<Void> inBackground(Runnable work) {
    return CompletableFuture.runAsync(work, Executors.newVirtualThreadPerTaskExecutor());
  }
}
