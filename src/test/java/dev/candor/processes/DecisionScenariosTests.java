package dev.candor.processes;

import static dev.candor.process.DecisionElements.*;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.process.JobTypes;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One scenario per way through {@code decision.bpmn}. */
class DecisionScenariosTests extends ProcessScenarios {

  DecisionScenariosTests() {
    super("decision.bpmn");
  }

  @Test
  void shouldLetTheHeadOfTheDeskDecideWhatIsOrdinary() {
    var decision = decision(Map.of());
    assertThatUserTask(byElementId(TASK_DECIDE_AS_DESK_HEAD))
        .isCreated()
        .hasCandidateGroup("desk-head:UK-IE-NL-IL");

    decide(TASK_DECIDE_AS_DESK_HEAD, "ACCEPTED_WITH_LABEL");

    assertThatInstance(decision)
        .isCompleted()
        .hasCompletedElementsInOrder(
            TASK_FIND_DECIDER,
            TASK_PASS_TO_DESK_HEAD,
            TASK_DECIDE_AS_DESK_HEAD,
            TASK_RECORD_DECISION,
            TASK_COUNT_SIMILAR_CASES,
            TASK_CHECK_TRIGGERS,
            END_EVENT_CASE_DECIDED)
        .hasNotActivatedElements(TASK_DECIDE_AS_COUNSEL)
        .hasVariable("outcome", "ACCEPTED_WITH_LABEL")
        .hasVariable("discussionDue", false);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "severity, HIGH",
    "severity, CRITICAL",
    "wantsToStayHidden, true",
    "recommendation, ESCALATE",
    "disagreement, true",
    "overdue, true",
    "route, GENERAL_COUNSEL"
  })
  void shouldLetCounselDecide(String fact, String value) {
    var flagged = value.equals("true") ? (Object) true : value;

    var decision = decision(Map.of(fact, flagged));

    assertThatUserTask(byElementId(TASK_DECIDE_AS_COUNSEL))
        .isCreated()
        .hasCandidateGroup("counsel");
    decide(TASK_DECIDE_AS_COUNSEL, "DECLINED");
    assertThatInstance(decision).isCompleted().hasNotActivatedElements(TASK_DECIDE_AS_DESK_HEAD);
    assertThat(workers.headersOf(JobTypes.PASS_ON, "decider")).containsExactly("GENERAL_COUNSEL");
  }

  @Test
  void shouldRemindTheHeadOfTheDeskAndPassOnToCounselWhatIsOverdue() {
    // given
    var decision = decision(Map.of());
    assertThatUserTask(byElementId(TASK_DECIDE_AS_DESK_HEAD)).isCreated();

    // when
    context.increaseTime(UNTIL_REMINDER.plusMinutes(1));
    // then
    assertThatInstance(decision).hasCompletedElements(END_EVENT_DESK_HEAD_REMINDED);

    // when
    context.increaseTime(UNTIL_DUE.minus(UNTIL_REMINDER));
    // then
    assertThatUserTask(byElementId(TASK_DECIDE_AS_DESK_HEAD)).isCanceled();
    decide(TASK_DECIDE_AS_COUNSEL, "DECLINED");
    assertThatInstance(decision)
        .isCompleted()
        .hasCompletedElements(
            BOUNDARY_EVENT_DECISION_OVERDUE, TASK_ESCALATE_OVERDUE_DECISION, TASK_PASS_TO_COUNSEL);
    assertThat(workers.headersOf(JobTypes.REPORT_OVERDUE, "step")).containsExactly("DECISION_HEAD");
    assertThat(workers.noticesTold(JobTypes.REPORT_OVERDUE)).containsExactly("DECISION_OVERDUE");
  }

  @Test
  void shouldRemindCounselAndTellEverybodyWhenTheDecisionIsOverdue() {
    // given
    var decision = decision(Map.of("severity", "HIGH"));
    assertThatUserTask(byElementId(TASK_DECIDE_AS_COUNSEL)).isCreated();

    // when
    context.increaseTime(UNTIL_REMINDER.plusMinutes(1));
    assertThatInstance(decision).hasCompletedElements(END_EVENT_COUNSEL_REMINDED);
    context.increaseTime(UNTIL_DUE.minus(UNTIL_REMINDER));

    // then the task stays
    assertThatInstance(decision)
        .hasCompletedElements(END_EVENT_OVERDUE_DECISION_REPORTED)
        .hasActiveElements(TASK_DECIDE_AS_COUNSEL);
    decide(TASK_DECIDE_AS_COUNSEL, "DECLINED");
    assertThatInstance(decision).isCompleted();
  }

  @Test
  void shouldCallForAPolicyDiscussionWhereTheDeciderAsksForOne() {
    var decision = decision(Map.of());

    complete(TASK_DECIDE_AS_DESK_HEAD, Map.of("outcome", "DECLINED", "policyDiscussion", true));

    assertThatInstance(decision).isCompleted().hasVariable("discussionDue", true);
  }

  @Test
  void shouldCallForAPolicyDiscussionOnTheThirdSimilarCase() {
    workers.answering(JobTypes.COUNT_SIMILAR_CASES, Map.of("similarCases", 3));
    var decision = decision(Map.of());

    decide(TASK_DECIDE_AS_DESK_HEAD, "DECLINED");

    assertThatInstance(decision).isCompleted().hasVariable("discussionDue", true);
  }

  private long decision(Map<String, Object> changes) {
    workers.work();
    var facts = new HashMap<>(ExampleFlags.EMBASSY_ASKS_FOR_VERIFICATION);
    facts.put("severity", "LOW");
    facts.put("recommendation", "ACCEPT_WITH_LABEL");
    facts.put("disagreement", false);
    facts.put("overdue", false);
    facts.put("route", "DESK_HEAD");
    facts.putAll(changes);
    return start(PROCESS, facts);
  }
}
