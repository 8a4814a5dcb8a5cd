package dev.candor.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.HttpCall;
import dev.candor.support.Route;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * Nobody reviews: the engine's clock passes the deadline, and the case goes up by itself. In a
 * service of its own: the clock passes the deadlines of all its cases, and each tells people.
 */
@CandorTest
@TestPropertySource(properties = "spring.application.name=candor-whose-time-is-moved")
class OverdueReviewTests {

  private static final String CLOCK = "/actuator/clock";

  @LocalServerPort int port;

  @Value("${candor.runtime.management-address}")
  URI management;

  @Autowired EveryRow jdbc;
  @Autowired EscalateOverdueReviewWorker worker;

  @AfterEach
  void backToTheMachinesTime() {
    HttpCall.to(management.getPort(), CLOCK).method("DELETE");
  }

  @Test
  void shouldPassTheCaseUpAndTellDeskHeadAndCounselOnce() {
    // given
    var route = new Route(port);
    var reference = route.flag("employee", ExampleRequests.embassy());
    var review = route.offered("desk-uk", reference, Route.REVIEW);
    var task = route.as("desk-uk").get("/api/tasks/" + review).json();
    // when
    advanceTo(Instant.parse(task.path("dueAt").asText()).plusSeconds(1));
    // then
    route.offered("counsel", reference, Route.DECIDE_AS_COUNSEL);
    await()
        .untilAsserted(
            () -> assertThat(told(reference)).containsExactly("counsel", "desk-uk", "head-uk"));
    assertThat(route.as("desk-uk").get("/api/tasks/" + review).json().path("state").asText())
        .isEqualTo("CANCELED");
    assertThat(route.caseOf("counsel", reference).path("state").asText())
        .isEqualTo("AWAITING_DECISION");

    // when the job comes again
    var before = Traces.of(jdbc, reference);
    worker.escalate(new AtDesk(reference, "UK-IE-NL-IL"));
    // then
    assertThat(Traces.of(jdbc, reference)).isEqualTo(before);
  }

  private void advanceTo(Instant instant) {
    var offset = Duration.between(Instant.now(), instant).toMillis();
    var moved =
        HttpCall.to(management.getPort(), CLOCK + "/add")
            .postJson("{\"offsetMilli\": " + offset + "}");
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
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
