package dev.candor.workers;

import static dev.candor.support.WorkerTest.Shows.DONE_ONCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.process.JobTypes;
import dev.candor.support.CandorInAnotherTime;
import dev.candor.support.EngineTime;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import dev.candor.support.WorkerTest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody reviews: the engine's clock passes the deadline, and the case goes up by itself. */
@CandorInAnotherTime
class OverdueReviewTests {

  @LocalServerPort int port;

  @Value("${candor.runtime.management-address}")
  URI management;

  @Autowired EveryRow jdbc;
  @Autowired EscalateOverdueReviewWorker worker;

  @AfterEach
  void backToTheMachinesTime() {
    new EngineTime(management).isTheMachinesAgain();
  }

  @Test
  @WorkerTest(value = DONE_ONCE, of = JobTypes.ESCALATE_OVERDUE_REVIEW)
  void shouldPassTheCaseUpAndTellDeskHeadAndCounselOnce() {
    // given
    var route = new Route(port);
    var reference = route.flag("employee", ExampleRequests.embassy());
    var review = route.offered("desk-uk", reference, Route.REVIEW);
    var task = route.as("desk-uk").get("/api/tasks/" + review).json();
    // when
    new EngineTime(management).passes(Instant.parse(task.path("dueAt").asText()));
    // then
    route.offered("counsel", reference, Route.DECIDE_AS_COUNSEL);
    await()
        .untilAsserted(
            () -> assertThat(told(reference)).containsExactly("counsel", "desk-uk", "head-uk"));
    assertThat(route.as("desk-uk").get("/api/tasks/" + review).json().path("state").asText())
        .isEqualTo("CANCELED");
    assertThat(route.caseOf("counsel", reference).path("state").asText())
        .isEqualTo("AWAITING_DECISION");

    // and counsel's step, whose deadline goes by the machine's time, is late at once
    Traces.awaitMails(jdbc, reference, "STEP_OVERDUE", 2);

    // when the job comes again
    var before = Traces.of(jdbc, reference);
    worker.escalate(new AtDesk(reference, "UK-IE-NL-IL"));
    // then
    assertThat(Traces.of(jdbc, reference)).isEqualTo(before);
  }

  private List<String> told(String reference) {
    return jdbc.sql(
            """
            select person from mail_outbox
             where reference = ? and notice = 'REVIEW_OVERDUE' and sent_at is not null
             order by person
            """)
        .param(reference)
        .query(String.class)
        .list();
  }
}
