package dev.candor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.support.CandorTest;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The route, from a flag to a recorded decision, by the HTTP API alone. */
@CandorTest
class RouteTests {

  @LocalServerPort int port;

  private Route route;

  @BeforeEach
  void setUp() {
    route = new Route(port);
  }

  @Test
  void shouldCarryTheFoundingIncidentToCounselAndRecordTheDecision() {
    // given
    var reference = route.flag("employee", ExampleRequests.ofTheExamples("A"));
    // when
    route.review("desk-uk", reference, "DECLINE_WITH_ALTERNATIVE");
    route.workOff(
        "counsel",
        reference,
        Route.DECIDE_AS_COUNSEL,
        Map.of(
            "outcome", "DECLINED_WITH_ALTERNATIVE",
            "grounds", List.of("COORDINATED_INAUTHENTIC_BEHAVIOUR", "STATE_CONTROLLED_MEDIA"),
            "rationale", "Concealing who one is to exert influence.",
            "dissent", "Communications would have answered sooner.",
            "policyDiscussion", true));
    route.reply("desk-uk", reference);
    // then
    var file = route.awaitState("counsel", reference, "CLOSED");
    assertThat(List.of("HIGH", "CRITICAL")).contains(file.path("severity").asText());
    assertThat(file.path("desk").asText()).isEqualTo("UK-IE-NL-IL");
    var recommendation = file.path("recommendations").path(0);
    assertThat(recommendation.path("by").asText()).isEqualTo("desk-uk");
    assertThat(recommendation.path("recommendation").asText())
        .isEqualTo("DECLINE_WITH_ALTERNATIVE");
    assertThat(recommendation.path("rationale").asText()).isEqualTo("Seen from the region.");
    var decision = file.path("decision");
    assertThat(decision.path("outcome").asText()).isEqualTo("DECLINED_WITH_ALTERNATIVE");
    assertThat(decision.path("by").asText()).isEqualTo("counsel");
    assertThat(decision.path("at").asText()).isNotEmpty();
    assertThat(decision.path("rationale").asText())
        .isEqualTo("Concealing who one is to exert influence.");
    assertThat(decision.path("grounds"))
        .extracting(ground -> ground.path("code").asText())
        .containsExactlyInAnyOrder("COORDINATED_INAUTHENTIC_BEHAVIOUR", "STATE_CONTROLLED_MEDIA");
    assertThat(file.at("/handling/grounds"))
        .extracting(ground -> ground.path("code").asText())
        .contains("COORDINATED_INAUTHENTIC_BEHAVIOUR", "STATE_CONTROLLED_MEDIA");
    assertThat(elements(file))
        .contains(Route.REVIEW, Route.DECIDE_AS_COUNSEL, Route.REPLY)
        .doesNotContain(Route.DECIDE_AS_HEAD, Route.REVIEW_AGAIN);
    assertThat(file.path("timeline"))
        .extracting(entry -> entry.path("what").asText())
        .contains("GROUNDS_FOUND", "PRECEDENTS_FOUND", "PASSED_ON", "REPLIED");
    assertThat(file.path("handling").path("reply").path("text").asText())
        .isEqualTo("This is what we say.");
    assertThat(route.offered("policy", reference, "Task_GiveOpinion")).isNotEmpty();
  }

  @Test
  void shouldEndTheEmbassysCaseWithTheHeadOfTheDesk() {
    // given
    var reference = route.flag("employee", ExampleRequests.ofTheExamples("B"));
    // when
    route.review("desk-uk", reference, "ACCEPT_WITH_LABEL");
    route.offered("head-uk", reference, Route.DECIDE_AS_HEAD);
    assertThat(route.as("counsel").get("/api/cases/" + reference).status()).isEqualTo(404);
    route.workOff(
        "head-uk",
        reference,
        Route.DECIDE_AS_HEAD,
        Map.of("outcome", "ACCEPTED_WITH_LABEL", "rationale", "Open and official."));
    route.reply("desk-uk", reference);
    route.carryOut("ops", reference);
    // then
    var file = route.awaitState("head-uk", reference, "CLOSED");
    assertThat(file.path("severity").asText()).isEqualTo("LOW");
    assertThat(file.path("decision").path("by").asText()).isEqualTo("head-uk");
    assertThat(elements(file))
        .contains(Route.REVIEW, Route.DECIDE_AS_HEAD, Route.REPLY, Route.CARRY_OUT)
        .doesNotContain(Route.DECIDE_AS_COUNSEL, Route.REVIEW_AGAIN);
  }

  @Test
  void shouldSendUpWhatTheDeskEscalates() {
    var reference = route.flag("employee", ExampleRequests.embassy());

    route.review("desk-uk", reference, "ESCALATE");

    assertThat(route.offered("counsel", reference, Route.DECIDE_AS_COUNSEL)).isNotEmpty();
  }

  @Test
  void shouldEndAWithdrawnCaseAndTakeItsTaskFromTheDesk() {
    // given
    var reference = route.flag("employee", ExampleRequests.embassy());
    var task = route.offered("desk-uk", reference, Route.REVIEW);
    assertThat(route.claim("desk-uk", task).status()).isEqualTo(200);
    // when
    var withdrawn = route.as("employee").post("/api/cases/" + reference + "/withdraw");
    assertThat(withdrawn.status()).as(withdrawn.body()).isBetween(200, 204);
    // then
    route.awaitState("desk-uk", reference, "WITHDRAWN");
    await()
        .untilAsserted(
            () ->
                assertThat(
                        route.as("desk-uk").get("/api/tasks/" + task).json().path("state").asText())
                    .isEqualTo("CANCELED"));
    var late =
        route.complete(
            "desk-uk", task, Map.of("recommendation", "DECLINE", "rationale", "Too late."));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.json().path("detail").asText()).startsWith("The task was canceled");
  }

  private static List<String> elements(JsonNode file) {
    return file.path("tasks").valueStream().map(task -> task.path("element").asText()).toList();
  }
}
