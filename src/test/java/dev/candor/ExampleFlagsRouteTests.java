package dev.candor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.support.CandorTest;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The examples C, E, F and G of {@code flags.json}, each to its end. A and B are in {@link
 * RouteTests}, D ends in silence in {@link SilenceTests}.
 */
@CandorTest
class ExampleFlagsRouteTests {

  @LocalServerPort int port;

  private Route route;

  @BeforeEach
  void setUp() {
    route = new Route(port);
  }

  @Test
  void shouldHavePolicyAssessPaidPostsOnABill() {
    // given
    var reference = flag("C");
    // when
    route.review("desk-uk", reference, "DECLINE");
    route.workOff(
        "policy",
        reference,
        "Task_AssessPolicy",
        Map.of("recommendation", "DECLINE", "rationale", "Nobody may pay for it."));
    decideAsCounsel(reference, "DECLINED", List.of("POLITICAL_ADVERTISING"));
    route.reply("desk-uk", reference);
    // then
    var file = route.awaitState("counsel", reference, "CLOSED");
    assertThat(file.path("desk").asText()).isEqualTo("UK-IE-NL-IL");
    assertThat(codes(file.at("/handling/grounds"))).contains("POLITICAL_ADVERTISING");
    assertThat(codes(file.at("/decision/grounds"))).containsExactly("POLITICAL_ADVERTISING");
    assertThat(file.path("recommendations"))
        .extracting(recommendation -> recommendation.path("by").asText())
        .containsExactly("desk-uk", "policy");
  }

  @Test
  void shouldReferACourtOrderToTheLegalProcessTeamWithoutAPolicyCheck() {
    // given
    var reference = flag("E");
    // when
    route.workOff(
        "legal",
        reference,
        "Task_TakeOverLegalProcess",
        Map.of("outcome", "REFERRED", "rationale", "The order is sound."));
    // then
    var file = route.awaitState("legal", reference, "CLOSED");
    assertThat(file.at("/decision/outcome").asText()).isEqualTo("REFERRED");
    assertThat(file.at("/handling/grounds")).isEmpty();
    assertThat(elements(file)).containsExactly("Task_TakeOverLegalProcess");
  }

  @Test
  void shouldQuoteTheLabelPolicyThatWasInForceOnTheDayOfReceipt() {
    // given a request of the last day of version 3.0
    var reference = flag("F");
    // when
    route.review("desk-de", reference, "DECLINE");
    route.workOff(
        "head-de",
        reference,
        Route.DECIDE_AS_HEAD,
        Map.of(
            "outcome", "DECLINED",
            "grounds", List.of("STATE_CONTROLLED_MEDIA"),
            "rationale", "The label stays."));
    route.reply("desk-de", reference);
    // then
    var file = route.awaitState("head-de", reference, "CLOSED");
    assertThat(file.at("/decision/grounds/0/code").asText()).isEqualTo("STATE_CONTROLLED_MEDIA");
    assertThat(file.at("/decision/grounds/0/version").asText()).isEqualTo("3.0");
    assertThat(file.at("/decision/grounds/0/clause").asText()).isEqualTo("3.1");
  }

  @Test
  void shouldCloseAThreatOfSomebodyWhoIsNotWhoTheySayWithoutAReply() {
    // given
    var reference = flag("G");
    // when
    route.review("desk-uk", reference, "ESCALATE");
    decideAsCounsel(reference, "NOT_AUTHENTIC", List.of("IMPERSONATION"));
    // then
    var file = route.awaitState("counsel", reference, "CLOSED");
    assertThat(file.path("severity").asText()).isEqualTo("CRITICAL");
    assertThat(codes(file.at("/handling/grounds")))
        .contains("IMPERSONATION", "THREATS_AND_INDUCEMENTS");
    assertThat(file.at("/decision/outcome").asText()).isEqualTo("NOT_AUTHENTIC");
    assertThat(elements(file)).containsExactly(Route.REVIEW, Route.DECIDE_AS_COUNSEL);
  }

  private String flag(String letter) {
    return route.flag("employee", ExampleRequests.ofTheExamples(letter));
  }

  private void decideAsCounsel(String reference, String outcome, List<String> grounds) {
    route.workOff(
        "counsel",
        reference,
        Route.DECIDE_AS_COUNSEL,
        Map.of("outcome", outcome, "grounds", grounds, "rationale", "So it is decided."));
  }

  private static List<String> codes(JsonNode grounds) {
    return grounds.valueStream().map(ground -> ground.path("code").asText()).toList();
  }

  private static List<String> elements(JsonNode file) {
    return file.path("tasks").valueStream().map(task -> task.path("element").asText()).toList();
  }
}
