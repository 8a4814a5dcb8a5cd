package dev.candor.processes;

import static dev.candor.process.FollowUpElements.*;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.process.JobTypes;
import dev.candor.process.LegalReferralElements;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One scenario per way through {@code follow-up.bpmn} and {@code legal-referral.bpmn}. */
class FollowUpScenariosTests extends ProcessScenarios {

  FollowUpScenariosTests() {
    super("follow-up.bpmn", "legal-referral.bpmn");
  }

  @Test
  void shouldTellThePartiesReplyAndClose() {
    var followUp = followUp("DECLINED", false);
    assertThatUserTask(byElementId(TASK_REPLY_TO_REQUESTER))
        .isCreated()
        .hasCandidateGroup("desk:UK-IE-NL-IL");

    complete(TASK_REPLY_TO_REQUESTER, Map.of());

    assertThatInstance(followUp)
        .isCompleted()
        .hasCompletedElementsInOrder(
            TASK_TELL_PARTIES,
            TASK_REPLY_TO_REQUESTER,
            TASK_RECORD_REPLY,
            TASK_CLOSE_CASE,
            END_EVENT_CASE_CLOSED)
        .hasNotActivatedElements(TASK_CARRY_OUT, TASK_HAND_OVER);
    assertThat(workers.noticesTold()).containsExactly("DECIDED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACCEPTED", "ACCEPTED_WITH_LABEL", "PARTLY_ACCEPTED"})
  void shouldCarryOutOnAccountsWhatWasAccepted(String outcome) {
    var followUp = followUp(outcome, false);
    assertThatUserTask(byElementId(TASK_CARRY_OUT)).isCreated().hasCandidateGroup("account-ops");

    complete(TASK_CARRY_OUT, Map.of());
    assertThatInstance(followUp)
        .hasCompletedElements(TASK_RECORD_CARRIED_OUT)
        .hasActiveElements(TASK_REPLY_TO_REQUESTER);
    complete(TASK_REPLY_TO_REQUESTER, Map.of());

    assertThatInstance(followUp).isCompleted();
  }

  @Test
  void shouldHandOverWhatWasReferred() {
    var followUp = followUp("REFERRED", false);
    complete(TASK_REPLY_TO_REQUESTER, Map.of());
    assertThatUserTask(byElementId(TASK_HAND_OVER)).isCreated().hasCandidateGroup("legal-process");

    complete(TASK_HAND_OVER, Map.of());

    assertThatInstance(followUp).isCompleted().hasCompletedElements(TASK_RECORD_CARRIED_OUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NO_ACTION", "NOT_AUTHENTIC"})
  void shouldLeaveUnansweredWhatIsNotActedOn(String outcome) {
    var followUp = followUp(outcome, false);

    assertThatInstance(followUp).isCompleted().hasNotActivatedElements(TASK_REPLY_TO_REQUESTER);
  }

  @Test
  void shouldLeaveTheAnswerToTheLegalProcessTeam() {
    var followUp = followUp("REFERRED", true);

    assertThatInstance(followUp)
        .isCompleted()
        .hasNotActivatedElements(TASK_REPLY_TO_REQUESTER, TASK_HAND_OVER);
  }

  @Test
  void shouldReferToTheLegalProcessTeamRemindItAndReportWhatIsOverdue() {
    // given
    workers.work();
    var referral = start(LegalReferralElements.PROCESS, Map.of());
    assertThatUserTask(byElementId(LegalReferralElements.TASK_TAKE_OVER_LEGAL_PROCESS))
        .isCreated()
        .hasCandidateGroup("legal-process");

    // when
    context.increaseTime(UNTIL_REMINDER.plusMinutes(1));
    assertThatInstance(referral)
        .hasCompletedElements(LegalReferralElements.END_EVENT_LEGAL_PROCESS_REMINDED);
    context.increaseTime(UNTIL_DUE.minus(UNTIL_REMINDER));
    assertThatInstance(referral)
        .hasCompletedElements(LegalReferralElements.END_EVENT_OVERDUE_REFERRAL_REPORTED);
    decide(LegalReferralElements.TASK_TAKE_OVER_LEGAL_PROCESS, "REFERRED");

    // then
    assertThatInstance(referral)
        .isCompleted()
        .hasCompletedElements(
            LegalReferralElements.TASK_RECORD_REFERRAL,
            LegalReferralElements.END_EVENT_REQUEST_REFERRED)
        .hasVariable("outcome", "REFERRED");
  }

  @Test
  void shouldRemindEverybodyWhoHasToFollowUpAndReportWhatIsOverdue() {
    // given an answer and accounts that nobody takes care of
    var followUp = followUp("ACCEPTED", false);
    assertThatUserTask(byElementId(TASK_CARRY_OUT)).isCreated();
    assertThatUserTask(byElementId(TASK_REPLY_TO_REQUESTER)).isCreated();

    // when three quarters of the time, then all of it are over
    context.increaseTime(UNTIL_REMINDER.plusMinutes(1));
    assertThatInstance(followUp)
        .hasCompletedElements(END_EVENT_REPLYING_DESK_REMINDED, END_EVENT_ACCOUNT_OPS_REMINDED)
        .hasNotActivatedElements(END_EVENT_LATE_REPLY_REPORTED, END_EVENT_LATE_ACCOUNTS_REPORTED);
    context.increaseTime(UNTIL_DUE.minus(UNTIL_REMINDER));

    // then both are reported once, and still there to be done
    assertThatInstance(followUp)
        .hasCompletedElements(END_EVENT_LATE_REPLY_REPORTED, END_EVENT_LATE_ACCOUNTS_REPORTED)
        .hasActiveElements(TASK_CARRY_OUT, TASK_REPLY_TO_REQUESTER);
    assertThat(workers.headersOf(JobTypes.REPORT_OVERDUE, "step"))
        .containsExactlyInAnyOrder("REPLY", "CARRY_OUT");
    complete(TASK_CARRY_OUT, Map.of());
    complete(TASK_REPLY_TO_REQUESTER, Map.of());
    assertThatInstance(followUp).isCompleted();
  }

  @Test
  void shouldRemindTheLegalProcessTeamOfAHandoverAndReportItWhenItIsOverdue() {
    var followUp = followUp("REFERRED", false);
    assertThatUserTask(byElementId(TASK_HAND_OVER)).isCreated();

    context.increaseTime(UNTIL_REMINDER.plusMinutes(1));
    assertThatInstance(followUp).hasCompletedElements(END_EVENT_LEGAL_PROCESS_REMINDED);
    context.increaseTime(UNTIL_DUE.minus(UNTIL_REMINDER));

    assertThatInstance(followUp)
        .hasCompletedElements(END_EVENT_LATE_HANDOVER_REPORTED)
        .hasActiveElements(TASK_HAND_OVER);
  }

  private long followUp(String outcome, boolean legalProcess) {
    workers.work();
    return start(PROCESS, Map.of("outcome", outcome, "legalProcess", legalProcess));
  }
}
