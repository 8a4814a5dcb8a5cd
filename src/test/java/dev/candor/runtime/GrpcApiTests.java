package dev.candor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.response.Incident;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.grpc.Status.Code;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrpcApiTests extends GrpcTest {

  private static final String DMN =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d"
          namespace="http://candor.dev/test">
        <decision id="half" name="Half"><variable name="half"/>
          <literalExpression><text>weight / 2</text></literalExpression></decision>
      </definitions>
      """;

  @Test
  void shouldShowItself() {
    // when
    var topology = client.newTopologyRequest().useGrpc().send().join();

    // then
    assertThat(topology.getGatewayVersion()).startsWith("8.8.");
    assertThat(topology.getBrokers())
        .singleElement()
        .satisfies(
            broker -> assertThat(broker.getPort()).isEqualTo(runtime.grpcAddress().getPort()));
  }

  @Test
  void shouldShowInASearchWhatWasDoneByGrpc() {
    // given
    deploy(oneTask("seen-process", "seen"));

    // when
    var key = create("seen-process", Map.of("n", 1));

    // then
    assertThat(
            client
                .newVariableSearchRequest()
                .filter(filter -> filter.processInstanceKey(key))
                .send()
                .join()
                .singleItem()
                .getValue())
        .isEqualTo("1");
  }

  @Test
  void shouldAnswerWithTheResultOfAnInstance() {
    // given
    deploy(
        Bpmn.createExecutableProcess("adding")
            .startEvent()
            .scriptTask("add", task -> task.zeebeExpression("a + b").zeebeResultVariable("sum"))
            .endEvent()
            .done());

    // when
    var result =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId("adding")
            .latestVersion()
            .variables(Map.of("a", 2, "b", 3))
            .withResult()
            .fetchVariables("sum")
            .send()
            .join();

    // then
    assertThat(result.getVariablesAsMap()).isEqualTo(Map.of("sum", 5));
  }

  @Test
  void shouldRefuseInTheStatusesOfTheContract() {
    // given
    deploy(oneTask("refused-process", "refused"));
    create("refused-process", Map.of());
    ActivatedJob job = activate("refused");
    client.newFailCommand(job).retries(0).send().join();
    var message = client.newPublishMessageCommand().messageName("once").correlationKey("1");
    message.messageId("m").timeToLive(Duration.ofHours(1)).send().join();

    // then
    assertStatus(Code.NOT_FOUND, () -> create("no-such-process", Map.of()));
    assertStatus(Code.NOT_FOUND, () -> client.newCancelInstanceCommand(1).send().join());
    assertStatus(Code.NOT_FOUND, () -> client.newCompleteCommand(1).send().join());
    assertStatus(Code.FAILED_PRECONDITION, () -> client.newCompleteCommand(job).send().join());
    assertStatus(Code.ALREADY_EXISTS, () -> message.send().join());
    assertStatus(
        Code.INVALID_ARGUMENT,
        () ->
            client
                .newDeployResourceCommand()
                .addResourceStringUtf8("<no bpmn", "broken.bpmn")
                .send()
                .join());
    assertStatus(
        Code.INVALID_ARGUMENT, () -> client.newUpdateRetriesCommand(job).retries(0).send().join());
  }

  @Test
  void shouldHearMessagesAndSignals() {
    // given
    deploy(
        Bpmn.createExecutableProcess("listening")
            .startEvent()
            .intermediateCatchEvent(
                "message",
                event -> event.message(m -> m.name("go").zeebeCorrelationKeyExpression("id")))
            .intermediateCatchEvent("signal", event -> event.signal("all"))
            .endEvent()
            .done());
    var key = create("listening", Map.of("id", "7"));

    // when
    client
        .newPublishMessageCommand()
        .messageName("go")
        .correlationKey("7")
        .variables(Map.of("said", "go"))
        .send()
        .join();
    client.newBroadcastSignalCommand().signalName("all").send().join();

    // then
    awaitCompleted(key);
  }

  @Test
  void shouldEvaluateADecision() {
    // given
    client
        .newDeployResourceCommand()
        .addResourceString(DMN, StandardCharsets.UTF_8, "half.dmn")
        .send()
        .join();

    // when
    var answer =
        client
            .newEvaluateDecisionCommand()
            .decisionId("half")
            .variables(Map.of("weight", 12))
            .send()
            .join();

    // then
    assertThat(answer.getDecisionOutput()).isEqualTo("6");
    assertStatus(
        Code.NOT_FOUND, () -> client.newEvaluateDecisionCommand().decisionId("none").send().join());
  }

  @Test
  void shouldResolveAnIncidentAfterItsCauseIsMended() {
    // given
    deploy(oneTask("stuck-process", "stuck"));
    var key = create("stuck-process", Map.of());
    ActivatedJob job = activate("stuck");
    client.newFailCommand(job).retries(0).errorMessage("no luck").send().join();
    Incident incident =
        client
            .newIncidentSearchRequest()
            .filter(filter -> filter.processInstanceKey(key))
            .send()
            .join()
            .singleItem();

    // when
    client.newUpdateRetriesCommand(job).retries(1).send().join();
    client.newSetVariablesCommand(key).variables(Map.of("mended", true)).send().join();
    client.newResolveIncidentCommand(incident.getIncidentKey()).send().join();
    ActivatedJob again = activate("stuck");
    client.newUpdateTimeoutCommand(again).timeout(Duration.ofHours(1)).send().join();
    client.newCompleteCommand(again).send().join();

    // then
    assertThat(again.getVariablesAsMap()).isEqualTo(Map.of("mended", true));
    awaitCompleted(key);
  }

  @Test
  void shouldThrowAnErrorThatTheDiagramCatches() {
    // given
    deploy(
        Bpmn.createExecutableProcess("erring")
            .startEvent()
            .serviceTask("task", task -> task.zeebeJobType("err"))
            .boundaryEvent("caught", event -> event.error("E1"))
            .endEvent("mended")
            .moveToActivity("task")
            .endEvent()
            .done());
    var key = create("erring", Map.of());

    // when
    client.newThrowErrorCommand(activate("err")).errorCode("E1").send().join();

    // then
    awaitCompleted(key);
  }

  @Test
  void shouldMoveAnInstanceByHandAndToAnotherDefinition() {
    // given
    deploy(
        Bpmn.createExecutableProcess("moving")
            .startEvent()
            .serviceTask("first", task -> task.zeebeJobType("first"))
            .serviceTask("second", task -> task.zeebeJobType("second"))
            .endEvent()
            .done());
    long target =
        deploy(oneTask("moved", "second")).getProcesses().getFirst().getProcessDefinitionKey();
    var key = create("moving", Map.of());
    long first = activate("first").getElementInstanceKey();

    // when
    client
        .newModifyProcessInstanceCommand(key)
        .activateElement("second")
        .withVariables(Map.of("by", "hand"))
        .and()
        .terminateElement(first)
        .send()
        .join();
    client
        .newMigrateProcessInstanceCommand(key)
        .migrationPlan(target)
        .addMappingInstruction("second", "task")
        .send()
        .join();
    ActivatedJob job = activate("second");

    // then
    assertThat(job.getBpmnProcessId()).isEqualTo("moved");
    assertThat(job.getVariablesAsMap()).isEqualTo(Map.of("by", "hand"));
    client.newCancelInstanceCommand(key).send().join();
    assertStatus(Code.NOT_FOUND, () -> client.newCompleteCommand(job).send().join());
  }

  @Test
  void shouldDeleteADefinition() {
    // given
    long definition =
        deploy(oneTask("short-lived", "none")).getProcesses().getFirst().getProcessDefinitionKey();

    // when
    client.newDeleteResourceCommand(definition).send().join();

    // then
    assertStatus(Code.NOT_FOUND, () -> create("short-lived", Map.of()));
  }
}
