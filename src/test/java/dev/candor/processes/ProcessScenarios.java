package dev.candor.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byKey;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.runtime.RuntimeForTests;
import dev.candor.support.BesideOthers;
import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.assertions.ProcessInstanceAssert;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/**
 * What the scenarios of the diagrams have in common: a real engine with all of {@code processes/},
 * workers that stand in, and the list of what the scenarios of a class have reached in the end.
 */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
abstract class ProcessScenarios {

  @RegisterExtension
  static final CamundaProcessTestExtension CAMUNDA = RuntimeForTests.processTest();

  static final String REFERENCE = "SR-2026-00042";
  static final String SUBMISSION = UUID.randomUUID().toString();

  /** What {@link StandInWorkers} give every step. */
  static final Duration UNTIL_DUE = StandInWorkers.UNTIL_DUE;

  static final Duration UNTIL_REMINDER = StandInWorkers.UNTIL_REMINDER;

  CamundaClient client;
  CamundaProcessTestContext context;
  StandInWorkers workers;

  private final ReachedElements reached;

  ProcessScenarios(String... files) {
    this.reached = new ReachedElements(files);
  }

  @BeforeAll
  static void giveABusyMachineTime() {
    CamundaAssert.setAssertionTimeout(Duration.ofSeconds(40));
  }

  @BeforeEach
  void deploy() {
    ProcessFiles.deploy(client);
    workers = new StandInWorkers(client, context);
  }

  @AfterEach
  void noteWhereTheyHaveBeen() {
    reached.note(client);
  }

  @AfterAll
  void shouldHaveReachedEveryElement() {
    LoggerFactory.getLogger(getClass()).info("The scenarios reached {}", reached);
    assertThat(reached.never()).as("Elements that no scenario reaches; add one for them").isEmpty();
  }

  /** Starts a process that others call, on a case of the desk in London. */
  long start(String process, Map<String, Object> facts) {
    var variables = new HashMap<String, Object>();
    variables.put("caseReference", REFERENCE);
    variables.put("desk", "UK-IE-NL-IL");
    variables.put("market", "GB");
    variables.put("severity", "MEDIUM");
    variables.putAll(facts);
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(process)
        .latestVersion()
        .variables(variables)
        .send()
        .join()
        .getProcessInstanceKey();
  }

  static ProcessInstanceAssert assertThatInstance(long key) {
    return assertThatProcessInstance(byKey(key));
  }

  void complete(String task, Map<String, Object> entered) {
    var variables = new HashMap<>(entered);
    variables.put("submission", SUBMISSION);
    context.completeUserTask(byElementId(task), variables);
  }

  void recommend(String task, String recommendation) {
    complete(task, Map.of("recommendation", recommendation));
  }

  void decide(String task, String outcome) {
    complete(task, Map.of("outcome", outcome));
  }

  void publish(String message, Map<String, Object> variables) {
    client
        .newPublishMessageCommand()
        .messageName(message)
        .correlationKey(REFERENCE)
        .timeToLive(Duration.ofDays(1))
        .variables(variables)
        .send()
        .join();
  }
}
