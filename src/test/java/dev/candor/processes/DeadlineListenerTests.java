package dev.candor.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.runtime.RuntimeForTests;
import dev.candor.support.BesideOthers;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What our diagrams count on in the engine: due date and boundary timers see what a start listener
 * answered, a start listener sees the task's headers and input mappings, and two tasks do not see
 * each other's deadline.
 */
@BesideOthers
class DeadlineListenerTests {

  @RegisterExtension
  static final CamundaProcessTestExtension CAMUNDA = RuntimeForTests.processTest();

  CamundaClient client;
  CamundaProcessTestContext context;

  private final Map<String, Map<String, Object>> seen = new ConcurrentHashMap<>();
  private Instant begin;
  private ProcessInstanceEvent instance;

  @BeforeEach
  void start() {
    client.newDeployResourceCommand().addProcessModel(model(), "steps.bpmn").send().join();
    begin = context.getCurrentTime().truncatedTo(ChronoUnit.SECONDS);
    client
        .newWorker()
        .jobType("set")
        .handler(
            (jobs, job) -> {
              seen.put(job.getCustomHeaders().get("step"), job.getVariablesAsMap());
              var hours = job.getCustomHeaders().get("step").equals("FIRST") ? 4 : 400;
              jobs.newCompleteCommand(job)
                  .variables(
                      Map.of("dueAt", in(hours).toString(), "remindAt", in(hours / 2).toString()))
                  .send()
                  .join();
            })
        .open();
    instance =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId("steps")
            .latestVersion()
            .variables(Map.of("triage", Map.of("severity", "HIGH")))
            .send()
            .join();
  }

  @Test
  void shouldGiveTheTaskTheDueDateThatTheListenerAnswered() {
    assertThatUserTask(byElementId("first")).isCreated().hasDueDate(in(4).toString());
    assertThatUserTask(byElementId("second")).isCreated().hasDueDate(in(400).toString());
    assertThat(seen.get("FIRST")).containsEntry("severity", "HIGH");
  }

  @Test
  void shouldRemindAndEndWhenTheListenerSaid() {
    assertThatUserTask(byElementId("first")).isCreated();
    assertThatUserTask(byElementId("second")).isCreated();

    context.increaseTime(Duration.ofMinutes(119));
    assertThatProcessInstance(instance).hasNotActivatedElements("reminded", "overdue");
    context.increaseTime(Duration.ofMinutes(2));
    assertThatProcessInstance(instance)
        .hasCompletedElements("reminded")
        .hasActiveElements("first", "second");
    context.increaseTime(Duration.ofHours(2));
    assertThatProcessInstance(instance)
        .hasCompletedElements("overdue")
        .hasTerminatedElements("first")
        .hasActiveElements("second");
  }

  private Instant in(int hours) {
    return begin.plus(hours, ChronoUnit.HOURS);
  }

  private static BpmnModelInstance model() {
    var fork = Bpmn.createExecutableProcess("steps").startEvent().parallelGateway("fork");
    fork.userTask(
            "second",
            task ->
                task.zeebeUserTask()
                    .zeebeTaskHeader("step", "SECOND")
                    .zeebeStartExecutionListener("set")
                    .zeebeDueDate("=dueAt"))
        .endEvent();
    var first =
        fork.userTask(
            "first",
            task ->
                task.zeebeUserTask()
                    .zeebeTaskHeader("step", "FIRST")
                    .zeebeInputExpression("triage.severity", "severity")
                    .zeebeStartExecutionListener("set")
                    .zeebeDueDate("=dueAt"));
    first
        .boundaryEvent("remind")
        .cancelActivity(false)
        .timerWithDateExpression("remindAt")
        .endEvent("reminded");
    first
        .moveToActivity("first")
        .boundaryEvent("late")
        .timerWithDateExpression("dueAt")
        .endEvent("overdue");
    return first.moveToActivity("first").endEvent().done();
  }
}
