package dev.candor.workers;

import static dev.candor.support.WorkerTest.Shows.DONE_ONCE;
import static dev.candor.support.WorkerTest.Shows.OTHER_OUTCOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.candor.cases.WrongOrder;
import dev.candor.process.JobTypes;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import dev.candor.support.WorkerTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The engine delivers at least once: every job again, after the case is closed, changes nothing.
 */
@CandorTest
class RepeatedJobsTests {

  @LocalServerPort int port;
  @Autowired EveryRow jdbc;
  @Autowired NoteProcessWorker noteProcess;
  @Autowired ThankFlaggerWorker thankFlagger;
  @Autowired RecordTriageWorker recordTriage;
  @Autowired FindPrecedentsWorker findPrecedents;
  @Autowired RecordGroundsWorker recordGrounds;
  @Autowired RecordRecommendationWorker recordRecommendation;
  @Autowired PassOnWorker passOn;
  @Autowired RecordDecisionWorker recordDecision;
  @Autowired TellPartiesWorker tellParties;
  @Autowired RecordReplyWorker recordReply;
  @Autowired RecordCarriedOutWorker recordCarriedOut;
  @Autowired CloseCaseWorker closeCase;
  @Autowired RecordWithdrawalWorker recordWithdrawal;

  private String reference;

  @BeforeEach
  void carryACaseToItsDecision() {
    var route = new Route(port);
    reference = route.flag("employee", ExampleRequests.embassy());
    route.review("desk-uk", reference, "ACCEPT_WITH_LABEL");
    route.workOff(
        "head-uk",
        reference,
        Route.DECIDE_AS_HEAD,
        Map.of(
            "outcome", "ACCEPTED_WITH_LABEL",
            "rationale", "Open and official.",
            "policyDiscussion", true));
    awaitEveryStepThatWaitsForPeople(route);
  }

  /**
   * A discussion is asked for above, since one opens by itself once others have flagged enough like
   * it: what a case leaves behind is counted when nothing of it is on its way any more.
   */
  private void awaitEveryStepThatWaitsForPeople(Route route) {
    route.offered("desk-uk", reference, Route.REPLY);
    route.offered("ops", reference, Route.CARRY_OUT);
    for (var asked : List.of("policy", "counsel", "desk-uk")) {
      route.offered(asked, reference, "Task_GiveOpinion");
    }
  }

  @Test
  @WorkerTest(
      value = DONE_ONCE,
      of = {
        JobTypes.NOTE_PROCESS,
        JobTypes.THANK_FLAGGER,
        JobTypes.RECORD_TRIAGE,
        JobTypes.FIND_PRECEDENTS,
        JobTypes.RECORD_GROUNDS,
        JobTypes.RECORD_RECOMMENDATION,
        JobTypes.PASS_ON,
        JobTypes.RECORD_DECISION,
        JobTypes.RECORD_REPLY,
        JobTypes.RECORD_CARRIED_OUT,
        JobTypes.CLOSE_CASE
      })
  void shouldHaveTheEffectOfOnce() {
    // given
    var route = new Route(port);
    route.reply("desk-uk", reference);
    route.carryOut("ops", reference);
    route.awaitState("head-uk", reference, "CLOSED");
    var before = Traces.of(jdbc, reference);
    var job = new CaseVariables(reference);
    // when
    noteProcess.note(job, 4711);
    thankFlagger.thank(job);
    recordTriage.record(new RecordTriageWorker.Triaged(reference, "CRITICAL", "DE-AT-CH"));
    findPrecedents.find(job);
    recordGrounds.record(new RecordGroundsWorker.Found(reference, List.of()));
    recordRecommendation.record(submissionOf(Route.REVIEW), Map.of());
    passOn.passOn(job, Map.of("decider", "DESK_HEAD"));
    recordDecision.record(submissionOf(Route.DECIDE_AS_HEAD));
    recordReply.record(submissionOf(Route.REPLY));
    recordCarriedOut.record(submissionOf(Route.CARRY_OUT));
    closeCase.close(job);
    // then
    assertThat(Traces.of(jdbc, reference)).isEqualTo(before);
  }

  @Test
  @WorkerTest(value = DONE_ONCE, of = JobTypes.TELL_PARTIES)
  void shouldTellThePartiesOnce() {
    // given somebody who joins after the parties were told
    new Route(port).carryOut("ops", reference);
    await().until(this::isCarriedOut);
    var before = Traces.of(jdbc, reference);

    // when the job comes again
    tellParties.tell(
        new CaseVariables(reference),
        Map.of("notice", "DECIDED"),
        Traces.elementThatTold(jdbc, reference, "DECIDED"));

    // then nobody is told once more, nor is who joined
    assertThat(Traces.of(jdbc, reference)).isEqualTo(before);
    assertThat(mailsTo("ops", "DECIDED")).isZero();
  }

  @Test
  @WorkerTest(value = OTHER_OUTCOME, of = JobTypes.RECORD_WITHDRAWAL)
  void shouldWithdrawNothingThatIsDecided() {
    var before = Traces.of(jdbc, reference);

    assertThatThrownBy(() -> recordWithdrawal.record(new CaseVariables(reference)))
        .isInstanceOf(WrongOrder.class);

    assertThat(Traces.of(jdbc, reference)).isEqualTo(before);
  }

  private boolean isCarriedOut() {
    return jdbc.sql("select exists (select 1 from case_carried_out where reference = ?)")
        .param(reference)
        .query(Boolean.class)
        .single();
  }

  private long mailsTo(String person, String notice) {
    return jdbc.sql(
            "select count(*) from mail_outbox where reference = ? and person = ? and notice = ?")
        .params(reference, person, notice)
        .query(Long.class)
        .single();
  }

  private SubmissionVariables submissionOf(String element) {
    var id =
        jdbc.sql(
                "select s.id::text from submission s join task t using (user_task_key)"
                    + " where t.reference = ? and t.element = ?")
            .params(reference, element)
            .query(String.class)
            .single();
    return new SubmissionVariables(reference, id);
  }
}
