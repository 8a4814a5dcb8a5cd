package dev.candor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.support.BesideOthers;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An engine's time: pinned, moved, and moved to the next timer. Each call returns when all is done.
 */
@BesideOthers
class TimeTests {

  private static final Instant MONDAY = Instant.parse("2031-05-05T09:00:00Z");

  private final CamundaRuntime runtime = CamundaRuntime.inMemory();
  private final CamundaClient client = runtime.client();

  @BeforeEach
  void pin() {
    runtime.clock().pin(MONDAY);
  }

  @AfterEach
  void close() {
    client.close();
    runtime.close();
  }

  @Test
  void shouldGoFromTimerToTimerAndSayWhen() {
    // given
    deploy(client, waiting("PT2H", "PT30M"));
    long instance = create(client, Map.of());

    // when
    var first = runtime.clock().advanceToNextTimer();

    // then
    assertThat(first)
        .hasValue(MONDAY.plus(Duration.ofHours(2)))
        .hasValue(runtime.clock().instant());
    assertThat(activeElements(instance)).containsExactly("second");

    // when
    var second = runtime.clock().advanceToNextTimer();

    // then
    assertThat(second).hasValue(MONDAY.plus(Duration.ofMinutes(150)));
    assertThat(activeElements(instance)).isEmpty();
    assertThat(runtime.clock().advanceToNextTimer()).isEmpty();
    assertThat(runtime.clock().instant()).isEqualTo(second.orElseThrow());
  }

  @Test
  void shouldForgetATimerThatNobodyWaitsFor() {
    // given
    deploy(client, waiting("PT2H", "PT30M"));
    long given = create(client, Map.of());
    runtime.clock().advance(Duration.ofMinutes(1));
    create(client, Map.of());

    // when
    client.newCancelInstanceCommand(given).send().join();

    // then
    assertThat(runtime.clock().advanceToNextTimer()).hasValue(MONDAY.plus(Duration.ofMinutes(121)));
  }

  @Test
  void shouldCountATimerThatStartsAProcess() {
    // given
    deploy(
        client,
        Bpmn.createExecutableProcess("daily")
            .startEvent()
            .timerWithCycle("R/P1D")
            .endEvent()
            .done());

    // when
    runtime.clock().advanceToNextTimer();
    var second = runtime.clock().advanceToNextTimer();

    // then
    assertThat(second).hasValue(MONDAY.plus(Duration.ofDays(2)));
    assertThat(client.newProcessInstanceSearchRequest().send().join().items()).hasSize(2);
  }

  @Test
  void shouldNotTakeTheWaitForARetryOrAWorkerForATimer() {
    // given
    deploy(
        client,
        Bpmn.createExecutableProcess("waiting")
            .startEvent()
            .serviceTask("work", task -> task.zeebeJobType("work"))
            .endEvent()
            .done());
    create(client, Map.of());
    create(client, Map.of());
    var jobs =
        client
            .newActivateJobsCommand()
            .jobType("work")
            .maxJobsToActivate(2)
            .send()
            .join()
            .getJobs();
    client
        .newFailCommand(jobs.getFirst())
        .retries(1)
        .retryBackoff(Duration.ofMinutes(1))
        .send()
        .join();
    client.newPublishMessageCommand().messageName("kept").correlationKey("x").send().join();

    // then
    assertThat(runtime.clock().advanceToNextTimer()).isEmpty();
  }

  @Test
  void shouldGoForwardToAnInstantAndNeverBack() {
    // given
    deploy(client, waiting("PT2H", "PT30M"));
    long instance = create(client, Map.of());

    // when
    runtime.clock().advanceTo(MONDAY.plus(Duration.ofDays(1)));

    // then
    assertThat(activeElements(instance))
        .as("only a timer that was there was due")
        .containsExactly("second");
    assertThatThrownBy(() -> runtime.clock().advanceTo(MONDAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2031-05-05T09:00:00Z");
  }

  @Test
  void shouldKeepARunningClockRunning() {
    // given
    runtime.clock().reset();
    deploy(client, waiting("PT2H", "PT30M"));
    create(client, Map.of());

    // when
    Optional<Instant> due = runtime.clock().advanceToNextTimer();

    // then
    assertThat(runtime.clock().instant()).isAfterOrEqualTo(due.orElseThrow());
    assertThat(due.orElseThrow()).isAfter(Instant.now().plus(Duration.ofMinutes(119)));
  }

  @Test
  void shouldKnowTheTimersOfAnEarlierRun(@TempDir Path folder) {
    // given
    try (var earlier = CamundaRuntime.durable(folder);
        var its = earlier.client()) {
      earlier.clock().pin(MONDAY);
      deploy(its, waiting("PT2H", "PT30M"));
      create(its, Map.of());
    }

    // when
    try (var later = CamundaRuntime.durable(folder)) {
      later.clock().pin(MONDAY.plusSeconds(60));

      // then
      assertThat(later.clock().advanceToNextTimer()).hasValue(MONDAY.plus(Duration.ofHours(2)));
    }
  }

  private static BpmnModelInstance waiting(String first, String second) {
    return Bpmn.createExecutableProcess("waiting")
        .startEvent()
        .intermediateCatchEvent("first", event -> event.timerWithDuration(first))
        .intermediateCatchEvent("second", event -> event.timerWithDuration(second))
        .endEvent()
        .done();
  }

  private static void deploy(CamundaClient client, BpmnModelInstance model) {
    client.newDeployResourceCommand().addProcessModel(model, "waiting.bpmn").send().join();
  }

  private static long create(CamundaClient client, Map<String, Object> variables) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId("waiting")
        .latestVersion()
        .variables(variables)
        .send()
        .join()
        .getProcessInstanceKey();
  }

  private List<String> activeElements(long instance) {
    return client
        .newElementInstanceSearchRequest()
        .filter(filter -> filter.processInstanceKey(instance).state(ElementInstanceState.ACTIVE))
        .send()
        .join()
        .items()
        .stream()
        .map(ElementInstance::getElementId)
        .filter(element -> !element.equals("waiting"))
        .toList();
  }
}
