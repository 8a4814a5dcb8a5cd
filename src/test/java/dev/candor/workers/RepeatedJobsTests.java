package dev.candor.workers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.support.CandorTest;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine delivers at least once: every job again, after the case is closed, changes nothing.
 */
@CandorTest
class RepeatedJobsTests {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired ThankFlaggerWorker thankFlagger;
  @Autowired RecordTriageWorker recordTriage;
  @Autowired RecordRecommendationWorker recordRecommendation;
  @Autowired RecordDecisionWorker recordDecision;
  @Autowired TellPartiesWorker tellParties;
  @Autowired CloseCaseWorker closeCase;

  private String reference;

  @BeforeEach
  void carryACaseToItsEnd() {
    var route = new Route(port);
    reference = route.flag("employee", ExampleRequests.embassy());
    route.review("desk-uk", reference, "ACCEPT_WITH_LABEL");
    route.workOff(
        "head-uk",
        reference,
        Route.DECIDE_AS_HEAD,
        Map.of("outcome", "ACCEPTED_WITH_LABEL", "rationale", "Open and official."));
    route.awaitState("head-uk", reference, "CLOSED");
  }

  @Test
  void shouldHaveTheEffectOfOnce() {
    // given
    var before = Traces.of(jdbc, reference);
    var job = new CaseVariables(reference);
    // when
    thankFlagger.thank(job);
    recordRecommendation.record(submissionOf(Route.REVIEW));
    recordDecision.record(submissionOf(Route.DECIDE_AS_HEAD));
    tellParties.tell(job, Map.of("notice", "DECIDED"));
    closeCase.close(job);
    // then
    assertThat(Traces.of(jdbc, reference)).isEqualTo(before);
  }

  @Test
  void shouldAnswerTheDeadlineOnRecordHoweverOftenItIsAsked() {
    var onRecord =
        jdbc.sql("select review_due_at from cases where reference = ?")
            .param(reference)
            .query(Timestamp.class)
            .single()
            .toInstant();
    var again =
        new RecordTriageWorker.Triaged(reference, "LOW", BigDecimal.valueOf(999), "UK-IE-NL-IL");

    assertThat(recordTriage.record(again, 1L).reviewDueAt()).isEqualTo(onRecord.toString());
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
