package dev.candor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.support.CandorInAnotherTime;
import dev.candor.support.EngineTime;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The example D of {@code flags.json}: asked to put it in writing, the other side stays silent. */
@CandorInAnotherTime
class SilenceTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @LocalServerPort int port;

  @Value("${candor.runtime.management-address}")
  URI management;

  @Autowired EveryRow jdbc;

  @AfterEach
  void backToTheMachinesTime() {
    new EngineTime(management).isTheMachinesAgain();
  }

  @Test
  void shouldEndAsWithdrawnWhatNobodyPutsInWriting() {
    // given
    var route = new Route(port);
    var reference = route.flag("employee", ExampleRequests.ofTheExamples("D"));
    route.review("desk-uk", reference, "PUT_IN_WRITING");
    var waiting =
        await()
            .atMost(PATIENCE)
            .until(
                () -> route.caseOf("desk-uk", reference),
                file -> file.at("/handling/awaitingAnswer").asBoolean());
    assertThat(waiting.path("severity").asText()).isEqualTo("MEDIUM");
    assertThat(waiting.path("desk").asText()).isEqualTo("UK-IE-NL-IL");

    // when the time for it is over
    new EngineTime(management).passes(deadline(reference).toInstant());

    // then
    var file = route.awaitState("desk-uk", reference, "WITHDRAWN");
    assertThat(file.path("timeline"))
        .extracting(entry -> entry.path("what").asText())
        .containsSubsequence("RECOMMENDED", "ASKED_IN_WRITING", "NOT_ANSWERED", "WITHDRAWN");
    assertThat(file.path("decision").isNull()).isTrue();
    assertThat(file.path("tasks"))
        .extracting(task -> task.path("element").asText())
        .containsExactly(Route.REVIEW);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(told(reference)).containsExactly("desk-uk", "employee", "head-uk"));
  }

  private Timestamp deadline(String reference) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                jdbc.sql(
                        "select due_at from deadline where reference = ? and step = 'PUT_IN_WRITING'")
                    .param(reference)
                    .query(Timestamp.class)
                    .optional()
                    .orElse(null),
            at -> at != null);
  }

  private List<String> told(String reference) {
    return jdbc.told(reference, "WITHDRAWN");
  }
}
