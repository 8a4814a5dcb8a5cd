package dev.candor.workers;

import static dev.candor.support.WorkerTest.Shows.DONE_ONCE;
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
import dev.candor.workers.RecordFactsWorker.KnownFacts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is completed, asked for and left unanswered is noted once, and answered for the route. */
@CandorTest
class WritingAndFactsTests {

  @LocalServerPort int port;
  @Autowired EveryRow jdbc;
  @Autowired RecordFactsWorker recordFacts;
  @Autowired CountSimilarCasesWorker countSimilarCases;
  @Autowired AskInWritingWorker askInWriting;
  @Autowired RecordSilenceWorker recordSilence;

  private Route route;

  @BeforeEach
  void begin() {
    route = new Route(port);
  }

  @Test
  @WorkerTest(
      value = DONE_ONCE,
      of = {JobTypes.RECORD_FACTS, JobTypes.COUNT_SIMILAR_CASES})
  void shouldAnswerTheFactsAsTheyAreNowAndKeepThemOnce() {
    // given an informal request of a body that nobody could place
    var flag = ExampleRequests.foundingIncident();
    flag.put("principalKind", "UNKNOWN");
    var reference = route.flag("employee", flag);
    route.workOff("desk-uk", reference, "Task_CompleteFacts", Map.of("principalKind", "EMBASSY"));
    route.offered("desk-uk", reference, Route.REVIEW);
    var before = Traces.of(jdbc, reference);

    // when the job comes again
    var known = recordFacts.record(new SubmissionVariables(reference, submissionOf(reference)));

    // then
    assertThat(known).isEqualTo(new KnownFacts("EMBASSY", false));
    assertThat(Traces.of(jdbc, reference)).isEqualTo(before);
    assertThat(countSimilarCases.count(new CaseVariables(reference)).similarCases()).isPositive();
  }

  @Test
  @WorkerTest(value = DONE_ONCE, of = JobTypes.ASK_IN_WRITING)
  void shouldAskInWritingOnceAndTellDeskAndFlagger() {
    var reference = atReview();
    var job = new AtDesk(reference, "UK-IE-NL-IL");

    askInWriting.ask(job);
    var before = Traces.of(jdbc, reference);
    askInWriting.ask(job);

    assertThat(Traces.of(jdbc, reference)).isEqualTo(before);
    assertThat(told(reference)).containsExactly("desk-uk", "employee", "head-uk");
  }

  @Test
  @WorkerTest(value = DONE_ONCE, of = JobTypes.RECORD_SILENCE)
  void shouldNoteSilenceOnce() {
    var reference = atReview();
    askInWriting.ask(new AtDesk(reference, "UK-IE-NL-IL"));

    recordSilence.record(new CaseVariables(reference));
    var before = Traces.of(jdbc, reference);
    recordSilence.record(new CaseVariables(reference));

    assertThat(Traces.of(jdbc, reference)).isEqualTo(before);
    assertThat(
            jdbc.sql("select what from case_event where reference = ? order by id")
                .param(reference)
                .query(String.class)
                .list())
        .containsOnlyOnce("ASKED_IN_WRITING", "NOT_ANSWERED");
  }

  @Test
  @WorkerTest(value = OTHER_OUTCOME, of = JobTypes.ASK_IN_WRITING)
  void shouldAskNobodyAboutACaseThatIsOver() {
    var reference = atReview();
    route.step("employee", reference, "withdraw");
    route.awaitState("desk-uk", reference, "WITHDRAWN");

    assertThatThrownBy(() -> askInWriting.ask(new AtDesk(reference, "UK-IE-NL-IL")))
        .isInstanceOf(WrongOrder.class);
    assertThat(told(reference)).isEmpty();
  }

  @Test
  @WorkerTest(value = OTHER_OUTCOME, of = JobTypes.RECORD_SILENCE)
  void shouldTakeNoAnswerAfterTheSilence() {
    var reference = atReview();
    askInWriting.ask(new AtDesk(reference, "UK-IE-NL-IL"));
    recordSilence.record(new CaseVariables(reference));

    var answered =
        route.as("desk-uk").post("/api/cases/" + reference + "/answer", Map.of("answer", "Words."));

    assertThat(answered.status()).isEqualTo(409);
  }

  @Test
  @WorkerTest(value = OTHER_OUTCOME, of = JobTypes.RECORD_FACTS)
  void shouldKeepNothingWhereNothingIsKnown() {
    // given
    var flag = ExampleRequests.foundingIncident();
    flag.put("principalKind", "UNKNOWN");
    var reference = route.flag("employee", flag);

    // when the desk has nothing to add
    route.workOff("desk-uk", reference, "Task_CompleteFacts", Map.of());

    // then the case goes on with what is known
    route.offered("desk-uk", reference, Route.REVIEW);
    assertThat(recordFacts.record(new SubmissionVariables(reference, submissionOf(reference))))
        .isEqualTo(new KnownFacts("UNKNOWN", false));
    assertThat(Traces.count(jdbc, "case_correction", reference)).isZero();
  }

  private String atReview() {
    var reference = route.flag("employee", ExampleRequests.embassy());
    route.offered("desk-uk", reference, Route.REVIEW);
    return reference;
  }

  private String submissionOf(String reference) {
    return jdbc.sql(
            "select s.id::text from submission s join task t using (user_task_key)"
                + " where t.reference = ? and t.element = 'Task_CompleteFacts'")
        .param(reference)
        .query(String.class)
        .single();
  }

  private List<String> told(String reference) {
    return jdbc.told(reference, "ASKED_IN_WRITING");
  }
}
