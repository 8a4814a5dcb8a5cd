package dev.candor.workers;

import static dev.candor.support.WorkerTest.Shows.OTHER_OUTCOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.cases.WrongOrder;
import dev.candor.process.JobTypes;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import dev.candor.support.WorkerTest;
import dev.candor.workers.RecordGroundsWorker.Found;
import dev.candor.workers.RecordTriageWorker.Triaged;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The request was withdrawn while a job was on its way: what decides or says something is refused,
 * what only puts something beside the case changes nothing any more.
 */
@CandorTest
class LateJobsTests {

  @LocalServerPort int port;
  @Autowired EveryRow jdbc;
  @Autowired NoteProcessWorker noteProcess;
  @Autowired ThankFlaggerWorker thankFlagger;
  @Autowired RecordTriageWorker recordTriage;
  @Autowired FindPrecedentsWorker findPrecedents;
  @Autowired RecordGroundsWorker recordGrounds;
  @Autowired RecordRecommendationWorker recordRecommendation;
  @Autowired EscalateOverdueReviewWorker escalateOverdueReview;
  @Autowired PassOnWorker passOn;
  @Autowired RecordDecisionWorker recordDecision;
  @Autowired RecordReplyWorker recordReply;
  @Autowired RecordCarriedOutWorker recordCarriedOut;
  @Autowired CloseCaseWorker closeCase;

  private String reference;
  private Traces before;

  @BeforeEach
  void withdraw() {
    var route = new Route(port);
    reference = route.flag("employee", ExampleRequests.embassy());
    route.offered("desk-uk", reference, Route.REVIEW);
    route.step("employee", reference, "withdraw");
    route.awaitState("desk-uk", reference, "WITHDRAWN");
    Traces.awaitMails(jdbc, reference, "WITHDRAWN", 3);
    before = Traces.of(jdbc, reference);
  }

  @Test
  @WorkerTest(
      value = OTHER_OUTCOME,
      of = {
        JobTypes.RECORD_RECOMMENDATION,
        JobTypes.ESCALATE_OVERDUE_REVIEW,
        JobTypes.PASS_ON,
        JobTypes.RECORD_DECISION,
        JobTypes.RECORD_REPLY,
        JobTypes.RECORD_CARRIED_OUT,
        JobTypes.CLOSE_CASE
      })
  void shouldRefuseWhatComesTooLate() {
    var submission = new SubmissionVariables(reference, entered());

    refused(() -> recordRecommendation.record(submission, Map.of()));
    refused(() -> escalateOverdueReview.escalate(new AtDesk(reference, "UK-IE-NL-IL")));
    refused(() -> passOn.passOn(new CaseVariables(reference), Map.of("decider", "DESK_HEAD")));
    refused(() -> recordDecision.record(submission));
    refused(() -> recordReply.record(submission));
    refused(() -> recordCarriedOut.record(submission));
    refused(() -> closeCase.close(new CaseVariables(reference)));

    assertThat(Traces.of(jdbc, reference)).isEqualTo(before);
  }

  @Test
  @WorkerTest(
      value = OTHER_OUTCOME,
      of = {
        JobTypes.NOTE_PROCESS,
        JobTypes.THANK_FLAGGER,
        JobTypes.RECORD_TRIAGE,
        JobTypes.RECORD_GROUNDS
      })
  void shouldChangeNothingOfWhatStandsAlready() {
    noteProcess.note(new CaseVariables(reference), 4711);
    thankFlagger.thank(new CaseVariables(reference));
    recordTriage.record(new Triaged(reference, "CRITICAL", "DE-AT-CH"));
    findPrecedents.find(new CaseVariables(reference));
    recordGrounds.record(new Found(reference, List.of()));

    assertThat(Traces.of(jdbc, reference)).isEqualTo(before);
    var row =
        jdbc.sql("select severity, desk, process_instance_key from cases where reference = ?")
            .param(reference)
            .query()
            .singleRow();
    assertThat(row).containsEntry("severity", "LOW").containsEntry("desk", "UK-IE-NL-IL");
    assertThat(row.get("process_instance_key")).isNotEqualTo(4711L);
  }

  private static void refused(Runnable late) {
    assertThatThrownBy(late::run).isInstanceOf(WrongOrder.class);
  }

  /** As if somebody had entered all of it in the moment of the withdrawal. */
  private String entered() {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into submission (id, user_task_key, person, entered, entered_at, accepted_at)
            select ?, user_task_key, 'head-uk', ?::jsonb, now(), now()
              from task where reference = ?
            """)
        .params(
            id,
            """
            {"recommendation": "DECLINE", "outcome": "DECLINED", "grounds": [], "rationale": "Words.",
             "reply": "Words.", "note": "Words."}
            """,
            reference)
        .update();
    return id.toString();
  }
}
