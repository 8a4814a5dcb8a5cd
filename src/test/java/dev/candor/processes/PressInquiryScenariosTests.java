package dev.candor.processes;

import static dev.candor.process.PressInquiryElements.*;
import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byKey;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.process.JobTypes;
import dev.candor.process.Messages;
import dev.candor.runtime.RuntimeForTests;
import dev.candor.support.BesideOthers;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.assertions.ProcessInstanceAssert;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One scenario per way through {@code press-inquiry.bpmn}; together they reach all of it. */
@BesideOthers
class PressInquiryScenariosTests {

  @RegisterExtension
  static final CamundaProcessTestExtension CAMUNDA = RuntimeForTests.processTest();

  private static final ReachedElements REACHED = new ReachedElements("press-inquiry.bpmn");
  private static final String REFERENCE = "SR-2026-00042";

  CamundaClient client;
  CamundaProcessTestContext context;

  private StandInWorkers workers;

  @BeforeAll
  static void giveABusyMachineTime() {
    CamundaAssert.setAssertionTimeout(Duration.ofSeconds(40));
  }

  @BeforeEach
  void deploy() {
    ProcessFiles.deploy(client);
    workers = new StandInWorkers(client, context);
    workers.work();
  }

  @AfterEach
  void noteWhereTheyHaveBeen() {
    inquiries().forEach(inquiry -> REACHED.note(client, inquiry.getProcessInstanceKey()));
  }

  @AfterAll
  static void shouldHaveReachedEveryElement() {
    assertThat(REACHED.never()).as("Elements that no scenario reaches; add one for them").isEmpty();
  }

  @Test
  void shouldPutOnTheRecordWhatCounselClears() {
    // given
    arrive("UK-IE-NL-IL");
    assertThatUserTask(byElementId(TASK_DRAFT_STATEMENT))
        .isCreated()
        .hasCandidateGroup("communications");
    complete(TASK_DRAFT_STATEMENT, Map.of());

    // when
    assertThatUserTask(byElementId(TASK_CLEAR_STATEMENT)).isCreated().hasCandidateGroup("counsel");
    complete(TASK_CLEAR_STATEMENT, Map.of("clearance", "CLEARED"));

    // then
    assertThatInquiry()
        .isCompleted()
        .hasCompletedElementsInOrder(
            START_EVENT_INQUIRY_ARRIVED,
            TASK_GATHER_DOSSIER,
            TASK_DRAFT_STATEMENT,
            TASK_RECORD_DRAFT,
            TASK_CLEAR_STATEMENT,
            TASK_RECORD_CLEARANCE,
            TASK_RECORD_STATEMENT,
            TASK_TELL_CONCERNED,
            END_EVENT_INQUIRY_ANSWERED)
        .hasNotActivatedElements(TASK_REVISE_STATEMENT, TASK_SETTLE_STATEMENT);
    assertThat(workers.jobsOf(JobTypes.TELL_GROUPS))
        .singleElement()
        .satisfies(
            job ->
                assertThat(job.getVariable("groups"))
                    .isEqualTo(List.of("communications", "counsel", "desk:UK-IE-NL-IL")));
  }

  @Test
  void shouldReviseOnceWhatCounselSendsBackAndLeaveTheLastWordToCounsel() {
    // given
    arrive("UK-IE-NL-IL");
    complete(TASK_DRAFT_STATEMENT, Map.of());
    complete(TASK_CLEAR_STATEMENT, Map.of("clearance", "SENT_BACK"));

    // when
    complete(TASK_REVISE_STATEMENT, Map.of());
    complete(TASK_SETTLE_STATEMENT, Map.of());

    // then
    assertThatInquiry()
        .isCompleted()
        .hasCompletedElementsInOrder(
            GATEWAY_IS_DRAFT_CLEARED,
            TASK_REVISE_STATEMENT,
            TASK_RECORD_REVISION,
            TASK_SETTLE_STATEMENT,
            TASK_RECORD_STATEMENT);
  }

  @Test
  void shouldRemindAtEachStepAndReportWhatIsOverdue() {
    arrive("UK-IE-NL-IL");
    late(TASK_DRAFT_STATEMENT, END_EVENT_DRAFTERS_REMINDED, END_EVENT_LATE_DRAFT_REPORTED);
    complete(TASK_DRAFT_STATEMENT, Map.of());
    late(TASK_CLEAR_STATEMENT, END_EVENT_COUNSEL_REMINDED, END_EVENT_LATE_CLEARANCE_REPORTED);
    complete(TASK_CLEAR_STATEMENT, Map.of("clearance", "SENT_BACK"));
    late(TASK_REVISE_STATEMENT, END_EVENT_REVISERS_REMINDED, END_EVENT_LATE_REVISION_REPORTED);
    complete(TASK_REVISE_STATEMENT, Map.of());
    late(TASK_SETTLE_STATEMENT, END_EVENT_SETTLERS_REMINDED, END_EVENT_LATE_SETTLEMENT_REPORTED);
    complete(TASK_SETTLE_STATEMENT, Map.of());

    assertThatInquiry().isCompleted();
  }

  private void late(String task, String reminded, String reported) {
    assertThatUserTask(byElementId(task)).isCreated();
    context.increaseTime(StandInWorkers.UNTIL_REMINDER.plusMinutes(1));
    assertThatInquiry().hasCompletedElements(reminded).hasActiveElements(task);
    context.increaseTime(StandInWorkers.UNTIL_DUE.minus(StandInWorkers.UNTIL_REMINDER));
    assertThatInquiry().hasCompletedElements(reported).hasActiveElements(task);
  }

  @Test
  void shouldAnswerOnACaseThatHasNoDeskYet() {
    // given
    arrive(null);
    complete(TASK_DRAFT_STATEMENT, Map.of());

    // when
    complete(TASK_CLEAR_STATEMENT, Map.of("clearance", "CLEARED"));

    // then
    assertThatInquiry().isCompleted();
    assertThat(workers.jobsOf(JobTypes.TELL_GROUPS))
        .singleElement()
        .satisfies(
            job ->
                assertThat(job.getVariable("groups"))
                    .isEqualTo(List.of("communications", "counsel")));
  }

  @Test
  void shouldAnswerTheSecondInquiryAboutACaseAfterTheFirst() {
    // given
    arrive("UK-IE-NL-IL");
    arrive("UK-IE-NL-IL");
    assertThatUserTask(byElementId(TASK_DRAFT_STATEMENT)).isCreated();
    assertThat(inquiries()).hasSize(1);

    // when
    complete(TASK_DRAFT_STATEMENT, Map.of());
    complete(TASK_CLEAR_STATEMENT, Map.of("clearance", "CLEARED"));

    // then
    await().atMost(Duration.ofSeconds(40)).until(() -> inquiries().size() == 2);
  }

  @Test
  void shouldKnowCodesAndNothingElse() {
    // given
    arrive("UK-IE-NL-IL");
    complete(TASK_DRAFT_STATEMENT, Map.of("statement", "Words"));

    // when
    complete(TASK_CLEAR_STATEMENT, Map.of("clearance", "CLEARED", "rationale", "Words"));
    assertThatInquiry().isCompleted();

    // then
    var known =
        client
            .newVariableSearchRequest()
            .filter(filter -> filter.processInstanceKey(instance()).scopeKey(instance()))
            .send()
            .join()
            .items();
    assertThat(known)
        .extracting(variable -> variable.getName())
        .containsExactlyInAnyOrder(
            "caseReference",
            "inquiry",
            "desk",
            "type",
            "severity",
            "draftSubmission",
            "clearance",
            "clearanceSubmission");
  }

  private void arrive(String desk) {
    var variables = new HashMap<String, Object>();
    variables.put("caseReference", REFERENCE);
    variables.put("inquiry", UUID.randomUUID().toString());
    variables.put("desk", desk);
    variables.put("type", "CREATE_OR_PROMOTE");
    variables.put("severity", desk == null ? null : "HIGH");
    variables.put("question", "Words that somebody wrote");
    client
        .newPublishMessageCommand()
        .messageName(Messages.PRESS_INQUIRY_ARRIVED)
        .correlationKey(REFERENCE)
        .timeToLive(Duration.ofDays(1))
        .variables(variables)
        .send()
        .join();
  }

  private void complete(String task, Map<String, Object> routing) {
    var variables = new HashMap<>(routing);
    variables.put("submission", UUID.randomUUID().toString());
    context.completeUserTask(byElementId(task), variables);
  }

  private ProcessInstanceAssert assertThatInquiry() {
    return assertThatProcessInstance(byKey(instance()));
  }

  private long instance() {
    return await()
        .atMost(Duration.ofSeconds(40))
        .until(this::inquiries, found -> found.size() == 1)
        .getFirst()
        .getProcessInstanceKey();
  }

  private List<ProcessInstance> inquiries() {
    return client
        .newProcessInstanceSearchRequest()
        .filter(filter -> filter.processDefinitionId(PROCESS))
        .send()
        .join()
        .items();
  }
}
