package dev.candor.notification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.access.PersonId;
import dev.candor.notification.MailBox;
import dev.candor.support.CandorTest;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** Saying that one has seen a letter, by its link and without signing in. */
@CandorTest
class SeenPageTests {

  private static final Pattern LINK = Pattern.compile("http://[^/]+(/letters/\\S+)");

  @LocalServerPort int port;
  @Autowired MailBox box;

  private final MockMvcTester browser;
  private Route route;
  private String reference;
  private String link;

  @Autowired
  SeenPageTests(WebApplicationContext service) {
    this.browser = MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build());
  }

  @BeforeEach
  void offerATask() {
    route = new Route(port);
    reference = route.flag("employee", ExampleRequests.embassy());
    route.offered("desk-uk", reference, Route.REVIEW);
    link = await().until(() -> linkTo("desk-uk"), found -> found != null);
  }

  @Test
  void shouldChangeNothingWhenTheLinkIsOnlyFollowed() {
    assertThat(browser.get().uri(link))
        .hasStatusOk()
        .bodyText()
        .contains(reference, "There is something to do", "<button")
        .doesNotContain("Royal", "embassy");
    assertThat(browser.head().uri(link)).hasStatusOk();

    assertThat(told("desk-uk").path("seenAt").isNull()).isTrue();
  }

  @Test
  void shouldNoteThatItWasSeenAndShowItOnTheCase() {
    // when the button is pressed, without a session
    assertThat(browser.post().uri(link))
        .hasStatusOk()
        .bodyText()
        .contains("It is noted", "/desk/of/" + reference)
        .doesNotContain("<button");
    // then the case says so, and once is enough
    var seenAt = told("desk-uk").path("seenAt").asText();
    assertThat(seenAt).isNotEmpty();
    assertThat(browser.post().uri(link)).hasStatusOk();
    assertThat(told("desk-uk").path("seenAt").asText()).isEqualTo(seenAt);
    assertThat(told("head-uk").path("seenAt").isNull()).isTrue();
    assertThat(browser.get().uri("/cases/" + reference).with(user("head-uk")))
        .bodyText()
        .containsPattern("(?s)id=\"told\".*A task was offered.*Dev Patel.*\\(seen ");
    // and the task is where the letter says
    assertThat(browser.get().uri("/desk/of/" + reference).with(user("desk-uk")))
        .redirectedUrl()
        .matches("/desk/\\d+");
    assertThat(browser.get().uri("/desk/of/" + reference).with(user("employee")))
        .redirectedUrl()
        .isEqualTo("/cases/" + reference);
  }

  @Test
  void shouldTellTheFlaggerNothingOfTheLetters() {
    assertThat(route.caseOf("employee", reference).path("letters")).isEmpty();
    assertThat(browser.get().uri("/cases/" + reference).with(user("employee")))
        .bodyText()
        .doesNotContain("Told by mail");
  }

  @Test
  void shouldNotWorkForSomebodyWhoSteppedOutOrForALinkThatIsNotOurs() {
    assertThat(browser.get().uri(link.substring(0, link.length() - 2))).hasStatus(404);
    var recused =
        route.as("desk-uk").post("/api/cases/" + reference + "/recuse", Map.of("reason", "Friend"));
    assertThat(recused.status()).as(recused.body()).isLessThan(300);

    assertThat(browser.get().uri(link)).hasStatus(404).bodyText().doesNotContain(reference);
    assertThat(browser.post().uri(link)).hasStatus(404).bodyText().doesNotContain(reference);
    assertThat(letters().stream().noneMatch(told -> told.path("seenAt").isTextual())).isTrue();
  }

  private JsonNode told(String person) {
    return letters().stream()
        .filter(told -> told.path("notice").asText().equals("TASK_OFFERED"))
        .filter(told -> told.path("person").asText().equals(person))
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> letters() {
    return route.caseOf("head-uk", reference).path("letters").valueStream().toList();
  }

  private String linkTo(String person) {
    return box.of(new PersonId(person)).stream()
        .filter(mail -> mail.subject().equals(reference + ": a task awaits your group"))
        .flatMap(mail -> LINK.matcher(mail.text()).results())
        .map(found -> found.group(1))
        .findFirst()
        .orElse(null);
  }
}
