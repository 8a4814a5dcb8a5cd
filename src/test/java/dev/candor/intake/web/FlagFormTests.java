package dev.candor.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import dev.candor.support.CandorTest;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** A flag by form: what is written into it, and what is asked. */
@CandorTest
class FlagFormTests {

  @LocalServerPort int port;

  private final MockMvcTester browser;

  @Autowired
  FlagFormTests(WebApplicationContext service) {
    this.browser = MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build());
  }

  @Test
  void shouldKeepEachLineAsAnItemAndTheDayUntilWhichTheyWait() {
    var sent = send(Map.of("items", "@one\r\n\r\n @two \r\n", "replyWantedBy", "2026-03-16"));

    assertThat(sent).hasStatus(302);
    var place = sent.getResponse().getRedirectedUrl();
    var reference = place.split("/")[2];
    var file = new Route(port).caseOf("employee", reference);
    assertThat(file.path("items").toString()).isEqualTo("[\"@one\",\"@two\"]");
    assertThat(file.path("replyWantedBy").asText()).isEqualTo("2026-03-16");
  }

  @Test
  void shouldShowAgainWhatWasEnteredAndWhatIsWrongWithIt() throws Exception {
    var answer = send(Map.of("items", "@one\n@two", "replyWantedBy", "2026-03-01"));

    assertThat(answer).hasStatus(400);
    assertThat(answer.getResponse().getContentAsString(StandardCharsets.UTF_8))
        .contains("@one\n@two</textarea>", "value=\"2026-03-01\"")
        .contains("Reply wanted by: Must not be before the day on which it was received");
  }

  /** Triage takes both for one fact: nobody decides under a threat, or for an advantage. */
  @Test
  void shouldAskForThreatsAndInducements() throws Exception {
    var form = browser.get().uri("/flags/new").with(user("employee")).exchange();
    assertThat(form.getResponse().getContentAsString(StandardCharsets.UTF_8))
        .contains("A threat is made, or an advantage offered");

    var reference = send(Map.of("threat", "true")).getResponse().getRedirectedUrl().split("/")[2];
    var page = browser.get().uri("/cases/" + reference).with(user("employee")).exchange();
    assertThat(page.getResponse().getContentAsString(StandardCharsets.UTF_8))
        .contains("Threat or inducement");
  }

  private MvcTestResult send(Map<String, String> besides) {
    var form = browser.post().uri("/flags").with(user("employee")).with(csrf());
    var entered = ExampleRequests.embassy();
    entered.putAll(besides);
    entered.forEach((name, value) -> form.param(name, value.toString()));
    return form.exchange();
  }
}
