package dev.candor.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.support.CandorApi.Answer;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import io.camunda.client.CamundaClient;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** For a while somebody has the groups of who is away: no more than that, and nothing by itself. */
@CandorTest
class StandInTests {

  private static final Map<String, Object> REVIEW =
      Map.of("recommendation", "ACCEPT_WITH_LABEL", "rationale", "Words.");
  private static final Map<String, Object> DECISION =
      Map.of("outcome", "DECLINED", "rationale", "Words.");

  @LocalServerPort int port;
  @Autowired CamundaClient camunda;
  @Autowired EveryRow jdbc;

  private Route route;
  private String reference;
  private String review;

  @BeforeEach
  void flag() {
    route = new Route(port);
    reference = route.flag("employee", ExampleRequests.embassy());
    review = route.offered("desk-uk", reference, Route.REVIEW);
  }

  /** Others share these people. */
  @AfterEach
  void endAll() {
    for (var person : List.of("desk-uk", "head-uk", "legal")) {
      mine(person).forEach(standIn -> end(person, standIn.path("id").asText()));
    }
  }

  @Test
  void shouldLetAStandInSeeAndTakeWhatIsOfferedToWhoIsAway() {
    // given somebody of other groups, who knows nothing of the case
    assertThat(route.claim("legal", review).status()).isEqualTo(404);
    // when
    assertThat(name("desk-uk", "desk-uk", "legal").status()).isEqualTo(201);
    // then
    assertThat(route.tasks("legal", "scope=group&reference=" + reference)).hasSize(1);
    assertThat(route.claim("legal", review).status()).isEqualTo(200);
    assertThat(route.complete("legal", review, REVIEW).status()).isEqualTo(200);
  }

  @Test
  void shouldMoveNothingByItselfAndTellWhoIsAwayWhenTheirTaskIsTakenOver() {
    // given
    route.claim("desk-uk", review);
    // when
    name("desk-uk", "desk-uk", "legal");
    // then it is where it was
    assertThat(holder()).isEqualTo("desk-uk");
    // until the stand-in says so, and the case and a letter say it too
    assertThat(route.claim("legal", review).status()).isEqualTo(200);
    assertThat(holder()).isEqualTo("legal");
    assertThat(told("TASK_TAKEN_OVER")).containsExactly("desk-uk");
    assertThat(
            jdbc.sql("select who from case_event where reference = ? and what = 'TASK_TAKEN_OVER'")
                .param(reference)
                .query(String.class)
                .list())
        .containsExactly("legal");
  }

  @Test
  void shouldCloseTheCasesToAStandInAtOnceWhenItEnds() {
    // given
    var id = name("desk-uk", "desk-uk", "legal").json().path("id").asText();
    assertThat(route.as("legal").get("/api/cases/" + reference).status()).isEqualTo(200);
    // when the stand-in themself ends it
    assertThat(end("legal", id).status()).isEqualTo(204);
    // then
    assertThat(route.as("legal").get("/api/cases/" + reference).status()).isEqualTo(404);
    assertThat(route.tasks("legal", "scope=all&reference=" + reference)).isEmpty();
    assertThatThrownBy(() -> assign(review, "legal")).hasMessageContaining("other groups");
  }

  @Test
  void shouldNotLetAStandInDecideForWhoMustNot() {
    // given a head who reviewed the case, and would decide by somebody else
    route.claim("head-uk", review);
    route.complete("head-uk", review, REVIEW);
    route.offered("head-uk", reference, Route.DECIDE_AS_HEAD);
    name("head-uk", "head-uk", "legal");
    var decision = route.offered("legal", reference, Route.DECIDE_AS_HEAD);
    // then not at the desk, nor by a bare client
    assertFourEyes(route.claim("legal", decision));
    assertThat(route.complete("legal", decision, DECISION).status()).isEqualTo(409);
    assertThatThrownBy(() -> assign(decision, "legal")).hasMessageContaining("four eyes");
  }

  @Test
  void shouldNotLetAStandInDecideWhatTheyReviewed() {
    // given
    route.review("desk-uk", reference, "ACCEPT_WITH_LABEL");
    name("head-uk", "head-uk", "desk-uk");
    var decision = route.offered("desk-uk", reference, Route.DECIDE_AS_HEAD);
    // then
    assertThat(route.claim("desk-uk", decision).json().path("detail").asText())
        .isEqualTo("Whoever flagged or reviewed a case does not decide it (four eyes)");
    assertThatThrownBy(() -> assign(decision, "desk-uk")).hasMessageContaining("four eyes");
  }

  @Test
  void shouldLetAHeadNameOneForTheirPeopleAndNobodyElse() {
    assertThat(name("head-uk", "desk-uk", "legal").status()).isEqualTo(201);
    assertThat(name("head-uk", "counsel", "legal").status()).isEqualTo(403);
    assertThat(name("desk-uk", "head-uk", "legal").status()).isEqualTo(403);
    assertThat(name("desk-uk", "desk-uk", "employee").status()).isEqualTo(400);
    assertThat(name("desk-uk", "desk-uk", "desk-uk").status()).isEqualTo(400);
    assertThat(name("desk-uk", "desk-uk", "manager").status()).isEqualTo(400);
    var id = mine("head-uk").getFirst().path("id").asText();
    assertThat(end("counsel", id).status()).isEqualTo(403);
  }

  @Test
  void shouldCountOnTheDaysThatWereNamedOnly() {
    var today = LocalDate.now(ZoneId.of("Europe/London"));
    assertThat(name("desk-uk", "desk-uk", "legal", today.plusDays(2), today.plusDays(3)).status())
        .isEqualTo(201);

    assertThat(route.tasks("legal", "scope=all&reference=" + reference)).isEmpty();
    assertThat(name("desk-uk", "desk-uk", "legal", today.minusDays(1), today).status())
        .isEqualTo(400);
    assertThat(name("desk-uk", "desk-uk", "legal", today, today.plusDays(93)).status())
        .isEqualTo(400);
  }

  private Answer name(String by, String absent, String standIn) {
    var today = LocalDate.now(ZoneId.of("Europe/London"));
    return name(by, absent, standIn, today, today.plusDays(1));
  }

  private Answer name(String by, String absent, String standIn, LocalDate from, LocalDate until) {
    return route
        .as(by)
        .post(
            "/api/stand-ins",
            Map.of(
                "absent",
                absent,
                "standIn",
                standIn,
                "from",
                from.toString(),
                "until",
                until.toString()));
  }

  private List<JsonNode> mine(String person) {
    return route.as(person).get("/api/stand-ins").json().valueStream().toList();
  }

  private Answer end(String by, String id) {
    return route.as(by).post("/api/stand-ins/" + id + "/end");
  }

  private void assign(String task, String person) {
    camunda.newAssignUserTaskCommand(Long.parseLong(task)).assignee(person).send().join();
  }

  private String holder() {
    return jdbc.sql("select assignee from task where user_task_key = ?")
        .param(Long.parseLong(review))
        .query(String.class)
        .single();
  }

  private List<String> told(String notice) {
    return jdbc.told(reference, notice);
  }

  private static void assertFourEyes(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(409);
    assertThat(answer.json().path("detail").asText()).contains("stands in", "four eyes");
  }
}
