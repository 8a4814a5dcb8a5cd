package dev.candor.workers;

import static dev.candor.support.WorkerTest.Shows.TRIED_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.process.JobTypes;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.NothingBeside;
import dev.candor.support.Route;
import dev.candor.support.WorkerTest;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.response.Incident;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database refuses a row, and says in its message which: with all that somebody wrote. */
@NothingBeside
@CandorTest
@ExtendWith(OutputCaptureExtension.class)
class TechnicalTroubleTests {

  private static final String CANARY = "kanarienvogel in trouble";

  @LocalServerPort int port;
  @Autowired CamundaClient camunda;
  @Autowired EveryRow jdbc;
  @Autowired Flyway owner;

  @BeforeEach
  void refuseTheCanary() {
    change("add constraint no_canary check (rationale <> '" + CANARY + "') not valid");
  }

  @AfterEach
  void acceptAll() {
    change("drop constraint if exists no_canary");
  }

  @Test
  @WorkerTest(value = TRIED_AGAIN, of = JobTypes.RECORD_RECOMMENDATION)
  void shouldTryAgainThenRaiseAnIncidentWithoutAWordAndGoOnWhenItIsResolved(CapturedOutput output) {
    // given
    var route = new Route(port);
    var reference = route.flag("employee", ExampleRequests.embassy());
    // when
    route.workOff(
        "desk-uk",
        reference,
        Route.REVIEW,
        Map.of("recommendation", "ACCEPT_WITH_LABEL", "rationale", CANARY));
    // then
    var incident =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> incidents(reference), found -> !found.isEmpty())
            .getFirst();
    assertThat(incident.getElementId()).isEqualTo("Task_RecordRecommendation");
    assertThat(incident.getErrorMessage())
        .isEqualTo("The database refused it or did not answer (DataIntegrityViolationException)");
    var tried = "(candor.record-recommendation) failed: DataIntegrityViolationException";
    assertThat(output.getAll().split(Pattern.quote(tried), -1)).hasSize(4);
    assertThat(output.getAll()).doesNotContain(CANARY);

    // when the cause is mended
    acceptAll();
    camunda.newUpdateRetriesCommand(incident.getJobKey()).retries(1).send().join();
    camunda.newResolveIncidentCommand(incident.getIncidentKey()).send().join();
    // then
    route.offered("head-uk", reference, Route.DECIDE_AS_HEAD);
    assertThat(incidents(reference)).isEmpty();
    var recommendations = route.caseOf("head-uk", reference).path("recommendations");
    assertThat(recommendations).hasSize(1);
    assertThat(recommendations.path(0).path("rationale").asText()).isEqualTo(CANARY);
  }

  /** Only the tables' owner may, and the service is not. */
  private void change(String how) {
    JdbcClient.create(owner.getConfiguration().getDataSource())
        .sql("alter table recommendation " + how)
        .update();
  }

  /** Of the process that a case's own process called. */
  private List<Incident> incidents(String reference) {
    var task =
        jdbc.sql("select process_instance_key from task where reference = ? and element = ?")
            .params(reference, Route.REVIEW)
            .query(Long.class)
            .single();
    return camunda
        .newIncidentSearchRequest()
        .filter(filter -> filter.processInstanceKey(task).state(IncidentState.ACTIVE))
        .send()
        .join()
        .items();
  }
}
