package dev.candor.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.candor.access.Acting;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What can happen to a case at any time, by the HTTP API: who may, what it does, what it keeps. */
@CandorTest
class AtAnyTimeTests {

  @LocalServerPort int port;
  @Autowired EveryRow jdbc;
  @Autowired LegalHolds holds;

  private Route route;
  private String reference;

  /** Flagged by employee, reviewed by desk-uk, passed up to counsel. */
  @BeforeEach
  void carryACaseToCounsel() {
    route = new Route(port);
    reference = route.flag("employee", ExampleRequests.embassy());
    route.review("desk-uk", reference, "ESCALATE");
    route.offered("counsel", reference, Route.DECIDE_AS_COUNSEL);
  }

  /** Columns: say something, set a hold, take desk-uk off the case, pass on an inquiry. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "employee,       403, 403, 403, 403",
    "desk-uk,        201, 403, 201, 403",
    "head-uk,        201, 403, 201, 403",
    "desk-de,        404, 403, 404, 403",
    "head-de,        404, 403, 404, 403",
    "policy,         404, 403, 404, 403",
    "counsel,        201, 200, 201, 202",
    "communications, 404, 403, 404, 202",
    "ops,            404, 403, 404, 403",
    "legal,          404, 200, 404, 403",
    "owner,          404, 403, 404, 403",
    "manager,        404, 403, 404, 403",
    "auditor,        404, 403, 404, 403",
    "admin,          404, 403, 404, 403"
  })
  void shouldLetThoseDoItWhoMay(String person, int comment, int hold, int recuse, int press) {
    var words = Map.of("text", "Words.");
    assertThat(post(person, "comments", words)).isEqualTo(comment);
    assertThat(post(person, "hold", Map.of("on", true, "reason", "Words."))).isEqualTo(hold);
    assertThat(post(person, "press-inquiry", words)).isEqualTo(press);
    assertThat(post(person, "recuse", Map.of("person", "desk-uk", "reason", "Words.")))
        .isEqualTo(recuse);
  }

  @Test
  void shouldAnswerTheSameWhereThereIsNoCase() {
    reference = "SR-2026-99999";
    var words = Map.of("text", "Words.");
    var reason = Map.of("reason", "Words.");

    assertThat(post("counsel", "comments", words)).isEqualTo(404);
    assertThat(post("counsel", "hold", reason)).isEqualTo(404);
    assertThat(post("counsel", "recuse", reason)).isEqualTo(404);
    assertThat(post("counsel", "press-inquiry", words)).isEqualTo(404);
  }

  @Test
  void shouldNameWhatIsMissingAndChangeNothing() {
    for (var call : new String[] {"comments:text", "hold:reason", "recuse:reason"}) {
      var path = call.substring(0, call.indexOf(':'));
      var answer = route.as("counsel").post("/api/cases/" + reference + "/" + path, Map.of());
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().path("errors").path(0).path("field").asText())
          .isEqualTo(call.substring(call.indexOf(':') + 1));
    }
    var late = Map.of("text", "Words.", "answerBy", "2020-01-01T00:00:00Z");
    assertThat(post("counsel", "press-inquiry", late)).isEqualTo(400);
    var nobody = Map.of("person", "nobody", "reason", "Words.");
    assertThat(post("counsel", "recuse", nobody)).isEqualTo(400);

    var file = route.caseOf("counsel", reference);
    assertThat(file.path("discussion")).isEmpty();
    assertThat(file.path("legalHolds")).isEmpty();
    assertThat(file.path("pressInquiries")).isEmpty();
    assertThat(file.path("recusals")).isEmpty();
  }

  @Test
  void shouldKeepTheDiscussionForThoseWhoNeedToKnowAndFromTheFlagger() {
    // given a head of desk who flagged a case of their own desk
    reference = route.flag("head-uk", ExampleRequests.embassy());
    route.offered("desk-uk", reference, Route.REVIEW);

    // when
    assertThat(post("desk-uk", "comments", Map.of("text", "I would ask the embassy.")))
        .isEqualTo(201);

    // then
    var said = route.caseOf("desk-uk", reference).path("discussion");
    assertThat(said).hasSize(1);
    assertThat(said.path(0).path("by").asText()).isEqualTo("desk-uk");
    assertThat(said.path(0).path("words").asText()).isEqualTo("I would ask the embassy.");
    assertThat(route.caseOf("head-uk", reference).path("sight").asText()).isEqualTo("CONTENT");
    assertThat(route.caseOf("head-uk", reference).toString()).doesNotContain("ask the embassy");
    assertThat(post("head-uk", "comments", Map.of("text", "Words."))).isEqualTo(403);
    assertUnchangeable("update case_comment set words = 'other'");
    assertUnchangeable("delete from case_comment");
  }

  @Test
  void shouldKeepADissentInTheWordsOfWhoDissents() {
    var dissent = Map.of("text", "I would have accepted it.");
    assertThat(post("head-uk", "dissents", dissent)).isEqualTo(201);
    assertThat(post("employee", "dissents", dissent)).isEqualTo(403);
    assertThat(post("head-de", "dissents", dissent)).isEqualTo(404);

    var file = route.caseOf("counsel", reference);
    assertThat(file.path("dissents")).hasSize(1);
    assertThat(file.path("dissents").path(0).path("by").asText()).isEqualTo("head-uk");
    assertThat(file.path("dissents").path(0).path("words").asText())
        .isEqualTo("I would have accepted it.");
    assertThat(file.path("timeline").findValuesAsText("what")).contains("DISSENTED");
    assertThat(route.caseOf("employee", reference).path("dissents")).isEmpty();
  }

  @Test
  void shouldTakeNoDissentFromNothingNorFromWhoDecided() {
    var dissent = Map.of("text", "I would have accepted it.");
    var decided = Map.<String, Object>of("outcome", "DECLINED", "rationale", "Words.");
    route.workOff("counsel", reference, Route.DECIDE_AS_COUNSEL, decided);
    route.awaitState("counsel", reference, "DECIDED");

    assertThat(post("counsel", "dissents", dissent)).isEqualTo(409);
    assertThat(post("desk-uk", "dissents", dissent)).isEqualTo(201);

    reference = route.flag("employee", ExampleRequests.embassy());
    route.offered("desk-uk", reference, Route.REVIEW);
    assertThat(post("desk-uk", "dissents", dissent)).isEqualTo(409);
    assertThat(route.caseOf("desk-uk", reference).path("dissents")).isEmpty();
  }

  @Test
  void shouldLinkCasesForThoseWhoMayKnowOfBoth() {
    var elsewhere = ExampleRequests.embassy();
    elsewhere.put("market", "DE");
    var other = route.flag("employee", elsewhere);
    route.review("desk-de", other, "ESCALATE");
    route.offered("counsel", other, Route.DECIDE_AS_COUNSEL);

    // who does not know of the other one is not told whether there is one
    var unknown =
        route.as("desk-uk").post("/api/cases/" + reference + "/links", Map.of("other", other));
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.json().path("errors").path(0).path("field").asText()).isEqualTo("other");
    assertThat(post("desk-uk", "links", Map.of("other", "SR-2026-99999"))).isEqualTo(400);
    assertThat(post("employee", "links", Map.of("other", other))).isEqualTo(403);

    assertThat(post("counsel", "links", Map.of("other", other))).isEqualTo(201);
    assertThat(post("counsel", "links", Map.of("other", other))).isEqualTo(409);
    assertThat(post("counsel", "links", Map.of("other", reference))).isEqualTo(409);

    assertThat(linked("counsel", reference)).containsExactly(other);
    assertThat(linked("counsel", other)).containsExactly(reference);
    assertThat(linked("desk-uk", reference)).isEmpty();
    assertThat(route.caseOf("desk-uk", reference).toString()).doesNotContain(other);
  }

  private List<String> linked(String person, String reference) {
    return route.caseOf(person, reference).path("linkedCases").findValuesAsText("reference");
  }

  @Test
  void shouldHoldACaseUntilTheHoldIsLifted() {
    // given
    assertThat(isHeld()).isFalse();
    assertThat(post("legal", "hold", Map.of("on", false, "reason", "Words."))).isEqualTo(409);

    // when it is set
    assertThat(post("legal", "hold", Map.of("reason", "Litigation is pending."))).isEqualTo(200);
    assertThat(isHeld()).isTrue();
    assertThat(post("counsel", "hold", Map.of("reason", "Again."))).isEqualTo(409);

    // then the desk is told, and the flagger is not
    await().untilAsserted(() -> assertThat(toldOfTheHold()).containsExactly("desk-uk", "head-uk"));

    // and the case says so, and when it is lifted it says both
    assertThat(route.caseOf("desk-uk", reference).path("onLegalHold").asBoolean()).isTrue();
    assertThat(post("counsel", "hold", Map.of("on", false, "reason", "Settled."))).isEqualTo(200);
    assertThat(isHeld()).isFalse();
    var file = route.caseOf("counsel", reference);
    assertThat(file.path("onLegalHold").asBoolean()).isFalse();
    assertThat(file.path("legalHolds")).hasSize(2);
    assertThat(file.path("legalHolds").path(0).path("by").asText()).isEqualTo("legal");
    assertThat(file.path("timeline"))
        .extracting(entry -> entry.path("what").asText())
        .contains("LEGAL_HOLD_SET", "LEGAL_HOLD_LIFTED");
    assertThat(route.caseOf("employee", reference).toString())
        .doesNotContain("LEGAL_HOLD", "Litigation");
    assertUnchangeable("delete from legal_hold");
  }

  private boolean isHeld() {
    return Acting.asServiceOn(
        "retention", reference, () -> holds.isHeld(new CaseReference(reference)));
  }

  private List<String> toldOfTheHold() {
    return jdbc.sql(
            "select person from mail_outbox where reference = ? and notice = 'LEGAL_HOLD' order by person")
        .param(reference)
        .query(String.class)
        .list();
  }

  private int post(String person, String call, Map<String, ?> body) {
    return route.as(person).post("/api/cases/" + reference + "/" + call, body).status();
  }

  private void assertUnchangeable(String sql) {
    assertThatThrownBy(() -> jdbc.sql(sql).update()).hasMessageContaining("never changed");
  }
}
