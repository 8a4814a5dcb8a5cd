package dev.candor.processes;

import static dev.candor.process.SensitiveRequestElements.*;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.process.DecisionElements;
import dev.candor.process.FollowUpElements;
import dev.candor.process.JobTypes;
import dev.candor.process.LegalReferralElements;
import dev.candor.process.Messages;
import dev.candor.process.PolicyDiscussionElements;
import dev.candor.process.RegionalReviewElements;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.Variable;
import io.camunda.process.test.api.assertions.ProcessInstanceAssert;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** One scenario per route of a whole case, from the flag to its end. */
class SensitiveRequestScenariosTests extends ProcessScenarios {

  private static final String REVIEW = RegionalReviewElements.TASK_REVIEW_REGIONALLY;
  private static final String COUNSEL = DecisionElements.TASK_DECIDE_AS_COUNSEL;
  private static final String DESK_HEAD = DecisionElements.TASK_DECIDE_AS_DESK_HEAD;

  SensitiveRequestScenariosTests() {
    super("sensitive-request.bpmn");
  }

  @Test
  void shouldCarryTheFoundingIncidentToCounselAndReply() {
    // given
    workers.work();
    flag(ExampleFlags.FOUNDING_INCIDENT);

    // when
    recommend(REVIEW, "DECLINE_WITH_ALTERNATIVE");
    decide(COUNSEL, "DECLINED_WITH_ALTERNATIVE");
    complete(FollowUpElements.TASK_REPLY_TO_REQUESTER, Map.of());

    // then
    assertThatCase()
        .isCompleted()
        .hasCompletedElementsInOrder(
            START_EVENT_REQUEST_FLAGGED,
            CALL_ACTIVITY_TAKE_IN,
            CALL_ACTIVITY_REVIEW_REGIONALLY,
            CALL_ACTIVITY_DECIDE,
            CALL_ACTIVITY_FOLLOW_UP,
            END_EVENT_CASE_CLOSED)
        .hasNotActivatedElements(CALL_ACTIVITY_REFER_TO_LEGAL_PROCESS, TASK_RECORD_LAPSE)
        .hasVariable("recommendation", "DECLINE_WITH_ALTERNATIVE")
        .hasVariable("outcome", "DECLINED_WITH_ALTERNATIVE");
    assertThat(workers.noticesTold()).containsExactly("DECIDED");
  }

  @Test
  void shouldLetTheDeskHeadDecideOnTheEmbassyAndAccountOperationsCarryItOut() {
    workers.work();
    flag(ExampleFlags.EMBASSY_ASKS_FOR_VERIFICATION);

    recommend(REVIEW, "ACCEPT_WITH_LABEL");
    decide(DESK_HEAD, "ACCEPTED_WITH_LABEL");
    complete(FollowUpElements.TASK_REPLY_TO_REQUESTER, Map.of());
    complete(FollowUpElements.TASK_CARRY_OUT, Map.of());

    assertThatCase().isCompleted().hasVariable("outcome", "ACCEPTED_WITH_LABEL");
  }

  @Test
  void shouldDiscussPoliciesBesideTheFollowUpWhereTheDeciderAsksForIt() {
    // given
    workers.work();
    flag(ExampleFlags.FOUNDING_INCIDENT);
    recommend(REVIEW, "DECLINE");

    // when
    complete(COUNSEL, Map.of("outcome", "DECLINED", "policyDiscussion", true));
    complete(FollowUpElements.TASK_REPLY_TO_REQUESTER, Map.of());

    // then the case is closed while the discussion goes on
    assertThatCase()
        .hasCompletedElements(END_EVENT_CASE_CLOSED)
        .hasActiveElements(CALL_ACTIVITY_DISCUSS_POLICY);
    assertThatUserTask(byElementId(PolicyDiscussionElements.TASK_GIVE_OPINION)).isCreated();
    context.increaseTime(UNTIL_DUE.plusHours(1));
    complete(PolicyDiscussionElements.TASK_CONCLUDE_DISCUSSION, Map.of("conclusion", "NO_CHANGE"));
    assertThatCase().isCompleted().hasCompletedElements(END_EVENT_POLICY_DISCUSSED);
  }

  @Test
  void shouldSendUpWhatNobodyReviewsInTime() {
    workers.work();
    flag(ExampleFlags.EMBASSY_ASKS_FOR_VERIFICATION);
    assertThatUserTask(byElementId(REVIEW)).isCreated();

    context.increaseTime(UNTIL_DUE.plusMinutes(1));

    decide(COUNSEL, "DECLINED");
    assertThatCase().hasVariable("overdue", true);
  }

  @Test
  void shouldReferACourtOrderToTheLegalProcessTeam() {
    workers.work();
    flag(ExampleFlags.POLICE_WITH_A_COURT_ORDER);

    decide(LegalReferralElements.TASK_TAKE_OVER_LEGAL_PROCESS, "REFERRED");

    assertThatCase()
        .isCompleted()
        .hasCompletedElements(CALL_ACTIVITY_REFER_TO_LEGAL_PROCESS, END_EVENT_CASE_CLOSED)
        .hasNotActivatedElements(CALL_ACTIVITY_REVIEW_REGIONALLY, CALL_ACTIVITY_DECIDE)
        .hasVariable("outcome", "REFERRED");
  }

  @Test
  void shouldEndWhatTheOtherSideDoesNotPutInWriting() {
    // given
    workers.work();
    flag(ExampleFlags.EMBASSY_ASKS_FOR_VERIFICATION);
    recommend(REVIEW, "PUT_IN_WRITING");
    await().until(() -> workers.headersOf(JobTypes.ASK_IN_WRITING, "step").size() == 1);
    assertThatCase().hasActiveElements(CALL_ACTIVITY_REVIEW_REGIONALLY);

    // when
    context.increaseTime(UNTIL_DUE.plusMinutes(1));

    // then
    assertThatCase()
        .isCompleted()
        .hasCompletedElements(
            TASK_RECORD_LAPSE, TASK_TELL_PARTIES_OF_LAPSE, END_EVENT_REQUEST_LAPSED)
        .hasNotActivatedElements(CALL_ACTIVITY_DECIDE);
    assertThat(workers.noticesTold()).containsExactly("WITHDRAWN");
  }

  @Test
  void shouldEndARequestThatIsWithdrawnBeforeItsReview() {
    workers.workButNotOn(JobTypes.RECORD_TRIAGE);
    flag(ExampleFlags.EMBASSY_ASKS_FOR_VERIFICATION);
    assertThatCase().hasActiveElements(CALL_ACTIVITY_TAKE_IN);

    withdraw();

    assertThatWithdrawn(CALL_ACTIVITY_TAKE_IN);
  }

  @Test
  void shouldEndARequestThatIsWithdrawnDuringItsReview() {
    workers.work();
    flag(ExampleFlags.EMBASSY_ASKS_FOR_VERIFICATION);
    assertThatUserTask(byElementId(REVIEW)).isCreated();

    withdraw();

    assertThatUserTask(byElementId(REVIEW)).isCanceled();
    assertThatWithdrawn(CALL_ACTIVITY_REVIEW_REGIONALLY);
  }

  @Test
  void shouldEndARequestThatIsWithdrawnDuringItsDecision() {
    workers.work();
    flag(ExampleFlags.FOUNDING_INCIDENT);
    recommend(REVIEW, "DECLINE");
    assertThatUserTask(byElementId(COUNSEL)).isCreated();

    withdraw();

    assertThatUserTask(byElementId(COUNSEL)).isCanceled();
    assertThatWithdrawn(CALL_ACTIVITY_DECIDE);
  }

  @Test
  void shouldAnnounceEachPressInquiryAndGoOn() {
    // given
    workers.work();
    flag(ExampleFlags.EMBASSY_ASKS_FOR_VERIFICATION);
    assertThatUserTask(byElementId(REVIEW)).isCreated();

    // when
    for (var inquiry : List.of("a", "b")) {
      publish(
          Messages.PRESS_INQUIRY_ARRIVED,
          Map.of("caseReference", REFERENCE, "inquiry", inquiry, "question", "Words"));
    }

    // then
    assertThatCase()
        .hasCompletedElement(END_EVENT_INQUIRY_ANNOUNCED, 2)
        .hasActiveElements(CALL_ACTIVITY_REVIEW_REGIONALLY);
    assertThatUserTask(byElementId(REVIEW)).isCreated();
    assertThat(workers.noticesTold()).containsExactly("INQUIRY_ARRIVED", "INQUIRY_ARRIVED");
    assertThat(namesOfProcessVariables()).doesNotContain("inquiry", "question");
  }

  @Test
  void shouldAnnounceALegalHoldAndGoOn() {
    // given
    workers.work();
    flag(ExampleFlags.EMBASSY_ASKS_FOR_VERIFICATION);
    assertThatUserTask(byElementId(REVIEW)).isCreated();

    // when
    publish(Messages.LEGAL_HOLD_SET, Map.of("caseReference", REFERENCE));

    // then
    assertThatCase()
        .hasCompletedElements(END_EVENT_HOLD_ANNOUNCED)
        .hasActiveElements(CALL_ACTIVITY_REVIEW_REGIONALLY);
    assertThatUserTask(byElementId(REVIEW)).isCreated();
    assertThat(workers.noticesTold()).containsExactly("LEGAL_HOLD");
  }

  @Test
  void shouldBeginOnceHoweverOftenItIsFlagged() {
    workers.workButNotOn(JobTypes.RECORD_TRIAGE);

    flag(ExampleFlags.EMBASSY_ASKS_FOR_VERIFICATION);
    flag(ExampleFlags.EMBASSY_ASKS_FOR_VERIFICATION);

    assertThatCase().hasActiveElements(CALL_ACTIVITY_TAKE_IN);
    assertThat(cases()).hasSize(1);
  }

  @Test
  void shouldKnowRoutingFactsAndNothingElse() {
    // given
    workers.work();
    var facts = new HashMap<>(ExampleFlags.FOUNDING_INCIDENT);
    facts.put("ask", "Words that somebody wrote");
    flag(facts);

    // when
    complete(REVIEW, Map.of("recommendation", "DECLINE", "rationale", "Words"));
    complete(COUNSEL, Map.of("outcome", "DECLINED", "rationale", "Words"));
    complete(FollowUpElements.TASK_REPLY_TO_REQUESTER, Map.of("reply", "Words"));
    assertThatCase().isCompleted();

    // then
    var known = new TreeSet<>(ExampleFlags.FOUNDING_INCIDENT.keySet());
    known.addAll(Set.of("caseReference", "triage", "desk", "legalProcess", "assessmentNeeded"));
    known.addAll(Set.of("recommendation", "disagreement", "overdue", "lapsed", "outcome"));
    known.add("discussionDue");
    assertThat(namesOfProcessVariables()).containsExactlyInAnyOrderElementsOf(known);
  }

  private void flag(Map<String, Object> facts) {
    var variables = new HashMap<>(facts);
    variables.put("caseReference", REFERENCE);
    publish(Messages.REQUEST_FLAGGED, variables);
  }

  private void withdraw() {
    publish(Messages.REQUEST_WITHDRAWN, Map.of("reason", "Words that somebody wrote"));
  }

  private ProcessInstanceAssert assertThatCase() {
    return assertThatInstance(instance());
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
        .hasNotActivatedElements(CALL_ACTIVITY_FOLLOW_UP, END_EVENT_CASE_CLOSED);
    assertThat(workers.noticesTold()).containsExactly("WITHDRAWN");
    assertThat(namesOfProcessVariables()).contains("caseReference").doesNotContain("reason");
  }

  private long instance() {
    return await().until(this::cases, found -> !found.isEmpty()).getFirst().getProcessInstanceKey();
  }

  private List<ProcessInstance> cases() {
    return client
        .newProcessInstanceSearchRequest()
        .filter(filter -> filter.processDefinitionId(PROCESS))
        .send()
        .join()
        .items();
  }

  private Set<String> namesOfProcessVariables() {
    var instance = instance();
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
