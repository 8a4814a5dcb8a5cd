package dev.candor.runtime;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import dev.candor.support.BesideOthers;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.assertions.DecisionSelectors;
import io.camunda.process.test.api.assertions.ElementSelectors;
import io.camunda.process.test.api.assertions.UserTaskSelectors;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Camunda Process Test in its REMOTE mode: assertions, mocks, time, purge and coverage. */
@BesideOthers
class ProcessTestTests {

  /** Registered first, so it is asked last: when the report is there. */
  @Order(1)
  @RegisterExtension
  static final AfterAllCallback REPORT = any -> assertThatTheReportIsWritten();

  @Order(2)
  @RegisterExtension
  static final CamundaProcessTestExtension CAMUNDA = RuntimeForTests.processTest();

  private static final BpmnModelInstance ORDER =
      Bpmn.createExecutableProcess("order")
          .startEvent("received")
          .serviceTask("check", task -> task.zeebeJobType("check"))
          .exclusiveGateway("fine")
          .conditionExpression("ok")
          .userTask("approve")
          .zeebeUserTask()
          .name("Approve the order")
          .boundaryEvent("late", event -> event.timerWithDuration("PT2H"))
          .endEvent("given-up")
          .moveToActivity("approve")
          .endEvent("approved")
          .moveToLastExclusiveGateway()
          .defaultFlow()
          .endEvent("refused")
          .done();

  CamundaClient client;
  CamundaProcessTestContext context;

  @BeforeEach
  void deploy() {
    client.newDeployResourceCommand().addProcessModel(ORDER, "order.bpmn").send().join();
  }

  @Test
  void shouldFollowAnOrderToItsEnd() {
    // given
    context.mockJobWorker("check").thenComplete(Map.of("ok", true));

    // when
    var order = create();
    assertThat(UserTaskSelectors.byElementId("approve")).isCreated().hasName("Approve the order");
    context.completeUserTask("approve", Map.of("by", "Ada"));

    // then
    assertThat(order)
        .isCompleted()
        .hasCompletedElementsInOrder("received", "check", "fine", "approve", "approved")
        .hasVariable("ok", true)
        .hasVariable("by", "Ada");
  }

  @Test
  void shouldGiveUpWhenTimeIsOver() {
    // given
    context.mockJobWorker("check").thenComplete(Map.of("ok", true));
    var order = create();
    assertThat(order).hasActiveElements("approve");

    // when
    context.increaseTime(Duration.ofHours(3));

    // then
    assertThat(order)
        .isCompleted()
        .hasTerminatedElements("approve")
        .hasCompletedElements(ElementSelectors.byId("given-up"));
  }

  @Test
  void shouldShowAnIncident() {
    // given
    context.mockJobWorker("check").thenComplete(Map.of());

    // when
    var order = create();

    // then
    assertThat(order).hasActiveIncidents().isActive();
  }

  @Test
  void shouldStandInForATableAndForAnotherProcess() {
    // given
    client
        .newDeployResourceCommand()
        .addProcessModel(
            Bpmn.createExecutableProcess("asking")
                .startEvent()
                .businessRuleTask(
                    "rate",
                    task -> task.zeebeCalledDecisionId("rating").zeebeResultVariable("rating"))
                .callActivity("deliver", call -> call.zeebeProcessId("delivery"))
                .endEvent("delivered")
                .done(),
            "asking.bpmn")
        .send()
        .join();
    context.mockDmnDecision("rating", Map.of("stars", 5));
    context.mockChildProcess("delivery", Map.of("by", "bicycle"));

    // when
    var asking =
        client.newCreateInstanceCommand().bpmnProcessId("asking").latestVersion().send().join();

    // then
    assertThat(asking)
        .isCompleted()
        .hasCompletedElementsInOrder("rate", "deliver", "delivered")
        .hasVariable("rating", Map.of("stars", 5))
        .hasVariable("by", "bicycle");
  }

  @Test
  void shouldTellWhatWasHeardDecidedAndThrown() {
    // given
    client
        .newDeployResourceCommand()
        .addResourceString(RestDecisionTests.DMN, StandardCharsets.UTF_8, "sizes.dmn")
        .addProcessModel(
            Bpmn.createExecutableProcess("parcel")
                .startEvent()
                .intermediateCatchEvent(
                    "weighed",
                    event -> event.message(m -> m.name("weight").zeebeCorrelationKey("=id")))
                .businessRuleTask(
                    "judge", task -> task.zeebeCalledDecisionId("size").zeebeResultVariable("size"))
                .serviceTask(
                    "load", task -> task.zeebeJobType("load").zeebeInputExpression("size", "is"))
                .boundaryEvent("full", event -> event.error("NO_ROOM"))
                .userTask("carry")
                .zeebeUserTask()
                .zeebeAssignee("ada")
                .zeebeTaskPriority("70")
                .endEvent("carried")
                .moveToActivity("load")
                .endEvent("loaded")
                .done(),
            "parcel.bpmn")
        .send()
        .join();

    // when
    var parcel =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId("parcel")
            .latestVersion()
            .variables(Map.of("id", "p1"))
            .send()
            .join();
    assertThat(parcel).isWaitingForMessage("weight", "p1").hasActiveElementsExactly("weighed");
    client
        .newCorrelateMessageCommand()
        .messageName("weight")
        .correlationKey("p1")
        .variables(Map.of("weight", 12))
        .send()
        .join();

    // then
    assertThat(DecisionSelectors.byId("size")).isEvaluated().hasOutput("large").hasMatchedRules(1);
    assertThat(parcel)
        .isNotWaitingForMessage("weight", "p1")
        .hasCorrelatedMessage("weight", "p1")
        .hasVariableNames("id", "weight", "size")
        .hasLocalVariable("load", "is", "large");

    // when
    context.throwBpmnErrorFromJob("load", "NO_ROOM");

    // then
    assertThat(UserTaskSelectors.byElementId("carry")).hasAssignee("ada").hasPriority(70);
    assertThat(parcel)
        .hasNoActiveIncidents()
        .hasTerminatedElement("load", 1)
        .hasNotActivatedElements("loaded");
    context.completeUserTask("carry");
    assertThat(parcel).isCompleted().hasCompletedElements("full", "carried");
  }

  @Test
  void shouldStartEachTestWithoutTheOthersInstancesAndTime() {
    Assertions.assertThat(client.newProcessInstanceSearchRequest().send().join().items()).isEmpty();
    Assertions.assertThat(context.getCurrentTime())
        .isCloseTo(Instant.now(), Assertions.within(10, ChronoUnit.MINUTES));
  }

  @Test
  void shouldSetTheTime() {
    // given
    context.mockJobWorker("check").thenComplete(Map.of("ok", true));
    var order = create();
    assertThat(order).hasActiveElements("approve");

    // when
    context.setTime(context.getCurrentTime().plus(Duration.ofDays(1)));

    // then
    assertThat(order).isCompleted().hasCompletedElements("given-up");
  }

  private static void assertThatTheReportIsWritten() throws IOException {
    Path folder = Path.of("target", "coverage-report");
    try (var files = Files.walk(folder)) {
      Assertions.assertThat(files.filter(file -> file.toString().endsWith(".html"))).isNotEmpty();
    }
    Assertions.assertThat(folder.resolve("report.json"))
        .content()
        .contains(ProcessTestTests.class.getSimpleName())
        .contains("\"order\"");
  }

  private ProcessInstanceEvent create() {
    return client.newCreateInstanceCommand().bpmnProcessId("order").latestVersion().send().join();
  }
}
