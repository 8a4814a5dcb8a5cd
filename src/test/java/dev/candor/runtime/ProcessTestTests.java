package dev.candor.runtime;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.assertions.ElementSelectors;
import io.camunda.process.test.api.assertions.UserTaskSelectors;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Camunda Process Test in its REMOTE mode: assertions, mocks, time, purge and coverage. */
class ProcessTestTests {

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

  private ProcessInstanceEvent create() {
    return client.newCreateInstanceCommand().bpmnProcessId("order").latestVersion().send().join();
  }
}
