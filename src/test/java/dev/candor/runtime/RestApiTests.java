package dev.candor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The official client drives processes over HTTP. */
class RestApiTests extends RestTest {

  @Test
  void shouldShowAHealthyClusterOfOne() {
    // when
    var topology = client.newTopologyRequest().send().join();

    // then
    assertThat(topology.getClusterSize()).isOne();
    assertThat(topology.getBrokers().getFirst().getPort())
        .isEqualTo(runtime.restAddress().getPort());
    assertThat(topology.getBrokers().getFirst().getPartitions().getFirst().isLeader()).isTrue();
  }

  @Test
  void shouldRunAProcessWithAServiceTask() {
    // given
    deploy(oneTask("service", "serve"));

    // when
    long instance = create("service", Map.of("order", 7, "who", "Ada"));
    ActivatedJob job = activate("serve");
    client.newCompleteCommand(job.getKey()).variables(Map.of("done", true)).send().join();

    // then
    assertThat(job.getProcessInstanceKey()).isEqualTo(instance);
    assertThat(job.getVariablesAsMap()).containsEntry("order", 7).containsEntry("who", "Ada");
    var seen = client.newProcessInstanceGetRequest(instance).send().join();
    assertThat(seen.getState()).isEqualTo(ProcessInstanceState.COMPLETED);
    assertThat(seen.getEndDate()).isNotNull();
    assertThatThrownBy(() -> client.newCompleteCommand(job.getKey()).send().join())
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.code()).isEqualTo(404));
  }

  @Test
  void shouldAnswerWithTheResultOfAnInstanceThatAWorkerCarries() {
    // given
    deploy(oneTask("result", "sum"));
    try (var worker =
        client
            .newWorker()
            .jobType("sum")
            .handler((jobs, job) -> jobs.newCompleteCommand(job).variable("sum", 5).send().join())
            .open()) {
      // when
      var result =
          client
              .newCreateInstanceCommand()
              .bpmnProcessId("result")
              .latestVersion()
              .withResult()
              .send()
              .join();

      // then
      assertThat(result.getVariablesAsMap()).containsEntry("sum", 5);
    }
  }

  @Test
  void shouldFireATimerWhenTheClockIsMoved() {
    // given
    deploy(
        Bpmn.createExecutableProcess("timer")
            .startEvent()
            .intermediateCatchEvent("wait", event -> event.timerWithDuration("PT5H"))
            .endEvent()
            .done());
    long instance = create("timer", Map.of());

    // when
    client.newPinClockCommand().time(Instant.now().plus(Duration.ofHours(6))).send().join();

    // then
    assertThat(state(instance)).isEqualTo(ProcessInstanceState.COMPLETED);
    client.newResetClockCommand().send().join();
  }

  @Test
  void shouldStartOneInstanceForAMessageAndCorrelateTheNext() {
    // given
    deploy(
        Bpmn.createExecutableProcess("talk")
            .startEvent("begun")
            .message("begin")
            .intermediateCatchEvent(
                "heard",
                event -> event.message(m -> m.name("go-on").zeebeCorrelationKeyExpression("case")))
            .endEvent()
            .done());

    // when
    publish("begin", "begin-1").join();
    assertThatThrownBy(() -> publish("begin", "begin-1").join())
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.code()).isEqualTo(409));
    var waiting =
        client.newMessageSubscriptionSearchRequest().filter(f -> f.messageName("go-on")).send();
    assertThat(waiting.join().items())
        .singleElement()
        .satisfies(one -> assertThat(one.getCorrelationKey()).isEqualTo("A1"));
    var correlated =
        client.newCorrelateMessageCommand().messageName("go-on").correlationKey("A1").send().join();

    // then
    assertThat(state(correlated.getProcessInstanceKey())).isEqualTo(ProcessInstanceState.COMPLETED);
    var heard =
        client
            .newCorrelatedMessageSubscriptionSearchRequest()
            .filter(f -> f.processInstanceKey(correlated.getProcessInstanceKey()))
            .send()
            .join();
    assertThat(heard.items()).extracting("messageName").containsExactlyInAnyOrder("begin", "go-on");
  }

  @Test
  void shouldShowAnIncidentUntilItIsResolved() {
    // given
    deploy(oneTask("trouble", "break"));
    long instance = create("trouble", Map.of());

    // when
    ActivatedJob job = activate("break");
    client.newFailCommand(job.getKey()).retries(0).errorMessage("no paper").send().join();

    // then
    var incident =
        client
            .newIncidentSearchRequest()
            .filter(f -> f.processInstanceKey(instance).state(IncidentState.ACTIVE))
            .send()
            .join()
            .singleItem();
    assertThat(incident.getErrorMessage()).isEqualTo("no paper");
    assertThat(client.newProcessInstanceGetRequest(instance).send().join().getHasIncident())
        .isTrue();

    // when
    client.newUpdateRetriesCommand(job.getKey()).retries(1).send().join();
    client.newResolveIncidentCommand(incident.getIncidentKey()).send().join();

    // then
    await().untilAsserted(() -> assertThat(jobs("break")).hasSize(1));
    assertThat(client.newProcessInstanceGetRequest(instance).send().join().getHasIncident())
        .isFalse();
  }

  @Test
  void shouldCancelAnInstance() {
    // given
    deploy(oneTask("cancelled", "never"));
    long instance = create("cancelled", Map.of());

    // when
    client.newCancelInstanceCommand(instance).send().join();

    // then
    assertThat(state(instance)).isEqualTo(ProcessInstanceState.TERMINATED);
  }

  private static ProcessInstanceState state(long instance) {
    return client.newProcessInstanceGetRequest(instance).send().join().getState();
  }

  private static CamundaFuture<?> publish(String name, String id) {
    return client
        .newPublishMessageCommand()
        .messageName(name)
        .correlationKey("A1")
        .messageId(id)
        .timeToLive(Duration.ofHours(1))
        .variables(Map.of("case", "A1"))
        .send();
  }

  @Test
  void shouldGiveBackAResourceAsItWasDeployed() {
    // given
    String robot = "{\"id\": \"robot\", \"name\": \"Robot\", \"script\": \"Log  Hello\"}";
    long key =
        client
            .newDeployResourceCommand()
            .addResourceString(robot, StandardCharsets.UTF_8, "robot.rpa")
            .send()
            .join()
            .getResource()
            .getFirst()
            .getResourceKey();

    // when
    String content = client.newResourceContentGetRequest(key).send().join();

    // then
    assertThat(content).isEqualTo(robot);
    assertThat(client.newResourceGetRequest(key).send().join().getResourceId()).isEqualTo("robot");
  }
}
