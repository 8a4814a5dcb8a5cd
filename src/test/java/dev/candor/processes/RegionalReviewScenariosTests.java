package dev.candor.processes;

import static dev.candor.process.RegionalReviewElements.*;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.process.JobTypes;
import dev.candor.process.Messages;
import dev.candor.process.PutInWritingElements;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One scenario per way through {@code regional-review.bpmn} and what it calls. */
class RegionalReviewScenariosTests extends ProcessScenarios {

  RegionalReviewScenariosTests() {
    super("regional-review.bpmn", "put-in-writing.bpmn");
  }

  @Test
  void shouldEndWithTheRecommendationOfTheDesk() {
    var review = review(false, false);
    assertThatUserTask(byElementId(TASK_REVIEW_REGIONALLY))
        .isCreated()
        .hasCandidateGroup("desk:UK-IE-NL-IL");

    recommend(TASK_REVIEW_REGIONALLY, "DECLINE");

    assertThatInstance(review)
        .isCompleted()
        .hasCompletedElementsInOrder(
            TASK_REVIEW_REGIONALLY, TASK_RECORD_RECOMMENDATION, END_EVENT_REQUEST_REVIEWED)
        .hasNotActivatedElements(
            TASK_REVIEW_AGAIN, TASK_ASSESS_POLICY, CALL_ACTIVITY_PUT_IN_WRITING)
        .hasVariable("recommendation", "DECLINE");
  }

  @Test
  void shouldRemindTheDeskAndSendUpWhatIsOverdue() {
    // given
    var review = review(false, false);
    assertThatUserTask(byElementId(TASK_REVIEW_REGIONALLY)).isCreated();

    // when three quarters of the time are over
    context.increaseTime(UNTIL_REMINDER.plusMinutes(1));
    // then
    assertThatInstance(review)
        .hasCompletedElements(END_EVENT_REVIEWER_REMINDED)
        .hasActiveElements(TASK_REVIEW_REGIONALLY);

    // when all of it is over
    context.increaseTime(UNTIL_DUE.minus(UNTIL_REMINDER));
    // then
    assertThatUserTask(byElementId(TASK_REVIEW_REGIONALLY)).isCanceled();
    assertThatInstance(review)
        .isCompleted()
        .hasCompletedElements(TASK_ESCALATE_OVERDUE_REVIEW, END_EVENT_REVIEW_GONE_UP)
        .hasVariable("overdue", true);
  }

  @Test
  void shouldHaveASecondPersonReviewWhereTheTableWantsIt() {
    var review = review(true, false);
    recommend(TASK_REVIEW_REGIONALLY, "DECLINE");

    recommend(TASK_REVIEW_AGAIN, "DECLINE");

    assertThatInstance(review)
        .isCompleted()
        .hasCompletedElements(TASK_RECORD_SECOND_RECOMMENDATION)
        .hasVariable("disagreement", false);
    assertThat(workers.headersOf(JobTypes.RECORD_RECOMMENDATION, "role"))
        .containsExactly("SECOND_REVIEWER");
  }

  @Test
  void shouldSayThatTwoReviewersDisagreeWhereTheFirstWantsASecond() {
    var review = review(false, false);
    complete(
        TASK_REVIEW_REGIONALLY,
        Map.of("recommendation", "ACCEPT_WITH_LABEL", "secondReviewer", true));

    recommend(TASK_REVIEW_AGAIN, "DECLINE");

    assertThatInstance(review)
        .isCompleted()
        .hasVariable("recommendation", "ACCEPT_WITH_LABEL")
        .hasVariable("disagreement", true);
  }

  @Test
  void shouldRemindTheDeskOfASecondReviewAndSendItUpWhenItIsOverdue() {
    var review = review(true, false);
    recommend(TASK_REVIEW_REGIONALLY, "DECLINE");
    assertThatUserTask(byElementId(TASK_REVIEW_AGAIN)).isCreated();

    context.increaseTime(UNTIL_REMINDER.plusMinutes(1));
    assertThatInstance(review)
        .hasCompletedElements(END_EVENT_SECOND_REVIEWER_REMINDED)
        .hasActiveElements(TASK_REVIEW_AGAIN);
    context.increaseTime(UNTIL_DUE.minus(UNTIL_REMINDER));

    assertThatInstance(review)
        .isCompleted()
        .hasCompletedElements(TASK_ESCALATE_OVERDUE_SECOND_REVIEW, END_EVENT_SECOND_REVIEW_GONE_UP)
        .hasVariable("overdue", true);
  }

  @Test
  void shouldAskNobodyElseAboutWhatTheDeskEscalates() {
    var review = review(true, true);

    recommend(TASK_REVIEW_REGIONALLY, "ESCALATE");

    assertThatInstance(review)
        .isCompleted()
        .hasNotActivatedElements(TASK_REVIEW_AGAIN, TASK_ASSESS_POLICY)
        .hasVariable("recommendation", "ESCALATE");
  }

  @Test
  void shouldHavePolicyAssessWhatTheTableSays() {
    var review = review(false, true);
    recommend(TASK_REVIEW_REGIONALLY, "DECLINE");
    assertThatUserTask(byElementId(TASK_ASSESS_POLICY)).isCreated().hasCandidateGroup("policy");

    recommend(TASK_ASSESS_POLICY, "ACCEPT_WITH_LABEL");

    assertThatInstance(review)
        .isCompleted()
        .hasCompletedElements(TASK_RECORD_ASSESSMENT)
        .hasVariable("recommendation", "DECLINE");
    assertThat(workers.headersOf(JobTypes.RECORD_RECOMMENDATION, "role")).containsExactly("POLICY");
  }

  @Test
  void shouldRemindPolicyOfAnAssessmentAndSendItUpWhenItIsOverdue() {
    var review = review(false, false);
    recommend(TASK_REVIEW_REGIONALLY, "POLICY_ASSESSMENT");
    assertThatUserTask(byElementId(TASK_ASSESS_POLICY)).isCreated();

    context.increaseTime(UNTIL_REMINDER.plusMinutes(1));
    assertThatInstance(review)
        .hasCompletedElements(END_EVENT_POLICY_REMINDED)
        .hasActiveElements(TASK_ASSESS_POLICY);
    context.increaseTime(UNTIL_DUE.minus(UNTIL_REMINDER));

    assertThatInstance(review)
        .isCompleted()
        .hasCompletedElements(TASK_ESCALATE_OVERDUE_ASSESSMENT, END_EVENT_ASSESSMENT_GONE_UP)
        .hasVariable("overdue", true);
  }

  @Test
  void shouldReviewWhatWasAskedForInWriting() {
    // given
    var review = review(false, false);
    recommend(TASK_REVIEW_REGIONALLY, "PUT_IN_WRITING");
    assertThatInstance(review).hasActiveElements(CALL_ACTIVITY_PUT_IN_WRITING);

    // when the other side writes, and its letter comes with words
    publish(Messages.ANSWER_ARRIVED, Map.of("caseReference", REFERENCE, "answer", "Words"));
    recommend(PutInWritingElements.TASK_REVIEW_ANSWER, "DECLINE");

    // then
    assertThatInstance(review)
        .isCompleted()
        .hasCompletedElements(END_EVENT_REQUEST_REVIEWED)
        .hasVariable("recommendation", "DECLINE")
        .hasVariable("lapsed", false);
  }

  @Test
  void shouldLetARequestLapseThatNobodyPutsInWriting() {
    var review = review(true, true);
    recommend(TASK_REVIEW_REGIONALLY, "PUT_IN_WRITING");
    assertThatInstance(review).hasActiveElements(CALL_ACTIVITY_PUT_IN_WRITING);

    context.increaseTime(UNTIL_DUE.plusMinutes(1));

    assertThatInstance(review)
        .isCompleted()
        .hasCompletedElements(END_EVENT_REQUESTER_SILENT)
        .hasVariable("lapsed", true);
  }

  @Test
  void shouldRemindTheDeskOfAWrittenRequestAndSendItUpWhenItIsOverdue() {
    // given
    var review = review(false, false);
    recommend(TASK_REVIEW_REGIONALLY, "PUT_IN_WRITING");
    assertThatInstance(review).hasActiveElements(CALL_ACTIVITY_PUT_IN_WRITING);
    publish(Messages.ANSWER_ARRIVED, Map.of("caseReference", REFERENCE));
    assertThatUserTask(byElementId(PutInWritingElements.TASK_REVIEW_ANSWER)).isCreated();

    // when
    context.increaseTime(UNTIL_REMINDER.plusMinutes(1));
    assertThatUserTask(byElementId(PutInWritingElements.TASK_REVIEW_ANSWER)).isCreated();
    context.increaseTime(UNTIL_DUE.minus(UNTIL_REMINDER));

    // then
    assertThatInstance(review)
        .isCompleted()
        .hasCompletedElements(END_EVENT_WRITTEN_REVIEW_GONE_UP)
        .hasVariable("overdue", true);
  }

  private long review(boolean secondReviewer, boolean assessmentNeeded) {
    workers.work();
    var facts = new HashMap<String, Object>();
    facts.put("secondReviewer", secondReviewer);
    facts.put("assessmentNeeded", assessmentNeeded);
    return start(PROCESS, facts);
  }
}
