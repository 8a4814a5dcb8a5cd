package dev.candor.processes;

import static dev.candor.process.SensitiveRequestElements.BOUNDARY_EVENT_REVIEW_OVERDUE;
import static dev.candor.process.SensitiveRequestElements.END_EVENT_CASE_CLOSED;
import static dev.candor.process.SensitiveRequestElements.END_EVENT_CASE_WITHDRAWN;
import static dev.candor.process.SensitiveRequestElements.GATEWAY_IS_COUNSEL_NEEDED;
import static dev.candor.process.SensitiveRequestElements.START_EVENT_REQUEST_FLAGGED;
import static dev.candor.process.SensitiveRequestElements.START_EVENT_REQUEST_WITHDRAWN;
import static dev.candor.process.SensitiveRequestElements.SUB_PROCESS_WITHDRAW_CASE;
import static dev.candor.process.SensitiveRequestElements.TASK_CLOSE_CASE;
import static dev.candor.process.SensitiveRequestElements.TASK_DECIDE_AS_COUNSEL;
import static dev.candor.process.SensitiveRequestElements.TASK_DECIDE_AS_DESK_HEAD;
import static dev.candor.process.SensitiveRequestElements.TASK_ESCALATE_OVERDUE_REVIEW;
import static dev.candor.process.SensitiveRequestElements.TASK_FIND_DESK;
import static dev.candor.process.SensitiveRequestElements.TASK_RECORD_DECISION;
import static dev.candor.process.SensitiveRequestElements.TASK_RECORD_RECOMMENDATION;
import static dev.candor.process.SensitiveRequestElements.TASK_RECORD_TRIAGE;
import static dev.candor.process.SensitiveRequestElements.TASK_RECORD_WITHDRAWAL;
import static dev.candor.process.SensitiveRequestElements.TASK_REVIEW_REGIONALLY;
import static dev.candor.process.SensitiveRequestElements.TASK_TELL_PARTIES;
import static dev.candor.process.SensitiveRequestElements.TASK_TELL_PARTIES_OF_WITHDRAWAL;
import static dev.candor.process.SensitiveRequestElements.TASK_THANK_FLAGGER;
import static dev.candor.process.SensitiveRequestElements.TASK_TRIAGE;
import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byKey;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.process.JobTypes;
import dev.candor.process.Messages;
import dev.candor.runtime.RuntimeForTests;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.response.Variable;
import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.assertions.ProcessInstanceAssert;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** One scenario per route through {@code sensitive-request.bpmn}; together they reach all of it. */
class SensitiveRequestScenariosTests {

  @RegisterExtension
  static final CamundaProcessTestExtension CAMUNDA = RuntimeForTests.processTest();

  private static final ReachedElements REACHED = new ReachedElements("sensitive-request.bpmn");
  private static final String SUBMISSION = UUID.randomUUID().toString();
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
  }

  @AfterEach
  void noteWhereItHasBeen() {
    REACHED.note(client, workers.instanceOf(REFERENCE));
  }

  @AfterAll
  static void shouldHaveReachedEveryElement() {
    LoggerFactory.getLogger(SensitiveRequestScenariosTests.class)
        .info("The scenarios reached {} of sensitive-request.bpmn", REACHED);
    assertThat(REACHED.never()).as("Elements that no scenario reaches; add one for them").isEmpty();
  }

  @Test
  void shouldLetCounselDecideWhatIsGrave() {
    // given
    workers.work();
    flag(ExampleFlags.FOUNDING_INCIDENT);
    assertThatUserTask(byElementId(TASK_REVIEW_REGIONALLY))
        .isCreated()
        .hasCandidateGroup("desk:UK-IE-NL-IL");

    // when
    review("DECLINE_WITH_ALTERNATIVE");
    assertThatUserTask(byElementId(TASK_DECIDE_AS_COUNSEL))
        .isCreated()
        .hasCandidateGroup("counsel");
    decide(TASK_DECIDE_AS_COUNSEL, "DECLINED_WITH_ALTERNATIVE");

    // then
    assertThatCase()
        .isCompleted()
        .hasCompletedElementsInOrder(
            START_EVENT_REQUEST_FLAGGED,
            TASK_THANK_FLAGGER,
            TASK_TRIAGE,
            TASK_FIND_DESK,
            TASK_RECORD_TRIAGE,
            TASK_REVIEW_REGIONALLY,
            TASK_RECORD_RECOMMENDATION,
            GATEWAY_IS_COUNSEL_NEEDED,
            TASK_DECIDE_AS_COUNSEL,
            TASK_RECORD_DECISION,
            TASK_TELL_PARTIES,
            TASK_CLOSE_CASE,
            END_EVENT_CASE_CLOSED)
        .hasNotActivatedElements(TASK_DECIDE_AS_DESK_HEAD, TASK_ESCALATE_OVERDUE_REVIEW)
        .hasVariable("recommendation", "DECLINE_WITH_ALTERNATIVE")
        .hasVariable("outcome", "DECLINED_WITH_ALTERNATIVE");
    assertThat(workers.noticesTold()).containsExactly("DECIDED");
  }

  @Test
  void shouldLetTheDeskHeadDecideWhatIsOpenAndOrdinary() {
    // given
    workers.work();
    flag(ExampleFlags.EMBASSY_ASKS_FOR_VERIFICATION);

    // when
    review("ACCEPT_WITH_LABEL");
    assertThatUserTask(byElementId(TASK_DECIDE_AS_DESK_HEAD))
        .isCreated()
        .hasCandidateGroup("desk-head:UK-IE-NL-IL");
    decide(TASK_DECIDE_AS_DESK_HEAD, "ACCEPTED_WITH_LABEL");

    // then
    assertThatCase()
        .isCompleted()
        .hasCompletedElements(TASK_DECIDE_AS_DESK_HEAD, END_EVENT_CASE_CLOSED)
        .hasNotActivatedElements(TASK_DECIDE_AS_COUNSEL)
        .hasVariable("outcome", "ACCEPTED_WITH_LABEL");
  }

  @Test
  void shouldSendUpWhatTheDeskEscalates() {
    // given
    workers.work();
    flag(ExampleFlags.EMBASSY_ASKS_FOR_VERIFICATION);

    // when
    review("ESCALATE");
    decide(TASK_DECIDE_AS_COUNSEL, "ACCEPTED_WITH_LABEL");

    // then
    assertThatCase()
        .isCompleted()
        .hasCompletedElements(TASK_DECIDE_AS_COUNSEL)
        .hasNotActivatedElements(TASK_DECIDE_AS_DESK_HEAD);
  }

  @Test
  void shouldSendUpWhatTheTableSendsUp() {
    // given
    workers.work();
    flag(ExampleFlags.POLICY_CHANGE);

    // when
    review("DECLINE");
    decide(TASK_DECIDE_AS_COUNSEL, "DECLINED");

    // then
    assertThatCase().isCompleted().hasNotActivatedElements(TASK_DECIDE_AS_DESK_HEAD);
  }

  @Test
  void shouldSendUpAReviewThatIsOverdue() {
    // given
    workers.work();
    flag(ExampleFlags.EMBASSY_ASKS_FOR_VERIFICATION);
    assertThatUserTask(byElementId(TASK_REVIEW_REGIONALLY)).isCreated();

    // when
    context.increaseTime(Duration.ofHours(71));
    assertThatCase().hasActiveElements(TASK_REVIEW_REGIONALLY);
    context.increaseTime(Duration.ofHours(2));

    // then
    assertThatUserTask(byElementId(TASK_REVIEW_REGIONALLY)).isCanceled();
    decide(TASK_DECIDE_AS_COUNSEL, "ACCEPTED_WITH_LABEL");
    assertThatCase()
        .isCompleted()
        .hasTerminatedElements(TASK_REVIEW_REGIONALLY)
        .hasCompletedElements(
            BOUNDARY_EVENT_REVIEW_OVERDUE, TASK_ESCALATE_OVERDUE_REVIEW, TASK_DECIDE_AS_COUNSEL)
        .hasNotActivatedElements(TASK_RECORD_RECOMMENDATION, GATEWAY_IS_COUNSEL_NEEDED);
  }

  @Test
  void shouldEndARequestThatIsWithdrawnBeforeItsReview() {
    // given
    workers.workButNotOn(JobTypes.RECORD_TRIAGE);
    flag(ExampleFlags.EMBASSY_ASKS_FOR_VERIFICATION);
    assertThatCase().hasActiveElements(TASK_RECORD_TRIAGE);

    // when
    withdraw();

    // then
    assertThatWithdrawn(TASK_RECORD_TRIAGE);
  }

  @Test
  void shouldEndARequestThatIsWithdrawnDuringItsReview() {
    // given
    workers.work();
    flag(ExampleFlags.EMBASSY_ASKS_FOR_VERIFICATION);
    assertThatUserTask(byElementId(TASK_REVIEW_REGIONALLY)).isCreated();

    // when
    withdraw();

    // then
    assertThatUserTask(byElementId(TASK_REVIEW_REGIONALLY)).isCanceled();
    assertThatWithdrawn(TASK_REVIEW_REGIONALLY);
  }

  @Test
  void shouldEndARequestThatIsWithdrawnDuringItsDecision() {
    // given
    workers.work();
    flag(ExampleFlags.FOUNDING_INCIDENT);
    review("DECLINE");
    assertThatUserTask(byElementId(TASK_DECIDE_AS_COUNSEL)).isCreated();

    // when
    withdraw();

    // then
    assertThatUserTask(byElementId(TASK_DECIDE_AS_COUNSEL)).isCanceled();
    assertThatWithdrawn(TASK_DECIDE_AS_COUNSEL);
  }

  @Test
  void shouldBeginOnceHoweverOftenItIsFlagged() {
    // given
    workers.workButNotOn(JobTypes.RECORD_TRIAGE);

    // when
    flag(ExampleFlags.EMBASSY_ASKS_FOR_VERIFICATION);
    flag(ExampleFlags.EMBASSY_ASKS_FOR_VERIFICATION);

    // then
    assertThatCase().hasActiveElements(TASK_RECORD_TRIAGE);
    assertThat(client.newProcessInstanceSearchRequest().send().join().items()).hasSize(1);
  }

  @Test
  void shouldKnowRoutingFactsAndNothingElse() {
    // given
    workers.work();
    var facts = new HashMap<>(ExampleFlags.FOUNDING_INCIDENT);
    facts.put("ask", "Words that somebody wrote");
    flag(facts);

    // when
    context.completeUserTask(
        byElementId(TASK_REVIEW_REGIONALLY),
        Map.of("recommendation", "DECLINE", "submission", SUBMISSION, "rationale", "Words"));
    context.completeUserTask(
        byElementId(TASK_DECIDE_AS_COUNSEL),
        Map.of("outcome", "DECLINED", "submission", SUBMISSION, "rationale", "Words"));
    assertThatCase().isCompleted();

    // then
    var known = new TreeSet<>(ExampleFlags.FOUNDING_INCIDENT.keySet());
    known.addAll(Set.of("caseReference", "triage", "desk", "reviewDueAt", "recommendation"));
    known.addAll(Set.of("reviewSubmission", "outcome", "decisionSubmission"));
    assertThat(namesOfProcessVariables()).containsExactlyInAnyOrderElementsOf(known);
  }

  private void flag(Map<String, Object> facts) {
    var variables = new HashMap<>(facts);
    variables.put("caseReference", REFERENCE);
    client
        .newPublishMessageCommand()
        .messageName(Messages.REQUEST_FLAGGED)
        .correlationKey(REFERENCE)
        .timeToLive(Duration.ofDays(1))
        .variables(variables)
        .send()
        .join();
  }

  private void withdraw() {
    client
        .newPublishMessageCommand()
        .messageName(Messages.REQUEST_WITHDRAWN)
        .correlationKey(REFERENCE)
        .timeToLive(Duration.ofDays(1))
        .variable("reason", "Words that somebody wrote")
        .send()
        .join();
  }

  private void review(String recommendation) {
    context.completeUserTask(
        byElementId(TASK_REVIEW_REGIONALLY),
        Map.of("recommendation", recommendation, "submission", SUBMISSION));
  }

  private void decide(String task, String outcome) {
    context.completeUserTask(
        byElementId(task), Map.of("outcome", outcome, "submission", SUBMISSION));
  }

  private Instant dueDateOf(String task) {
    var found =
        client.newUserTaskSearchRequest().filter(filter -> filter.elementId(task)).send().join();
    return found.singleItem().getDueDate().toInstant();
  }

  private ProcessInstanceAssert assertThatCase() {
    return assertThatProcessInstance(byKey(workers.instanceOf(REFERENCE)));
  }

  private void assertThatWithdrawn(String interrupted) {
    assertThatCase()
        .isCompleted()
        .hasTerminatedElements(interrupted)
        .hasCompletedElements(
            START_EVENT_REQUEST_WITHDRAWN,
            TASK_RECORD_WITHDRAWAL,
            TASK_TELL_PARTIES_OF_WITHDRAWAL,
            END_EVENT_CASE_WITHDRAWN,
            SUB_PROCESS_WITHDRAW_CASE)
        .hasNotActivatedElements(TASK_RECORD_DECISION, END_EVENT_CASE_CLOSED);
    assertThat(workers.noticesTold()).containsExactly("WITHDRAWN");
    assertThat(namesOfProcessVariables()).contains("caseReference").doesNotContain("reason");
  }

  private Set<String> namesOfProcessVariables() {
    var instance = workers.instanceOf(REFERENCE);
    var names = new TreeSet<String>();
    client
        .newVariableSearchRequest()
        .filter(filter -> filter.processInstanceKey(instance).scopeKey(instance))
        .page(page -> page.limit(1_000))
        .send()
        .join()
        .items()
        .stream()
        .map(Variable::getName)
        .forEach(names::add);
    return names;
  }
}
