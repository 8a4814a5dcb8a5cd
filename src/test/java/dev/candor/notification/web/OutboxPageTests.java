package dev.candor.notification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import dev.candor.access.Acting;
import dev.candor.access.PersonId;
import dev.candor.notification.Mails;
import dev.candor.notification.Mails.Notice;
import dev.candor.support.CandorApi;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.Route;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** What whoever runs the service sees and does about letters that are stuck. */
@CandorTest
class OutboxPageTests {

  @LocalServerPort int port;
  @Autowired Mails mails;
  @Autowired EveryRow rows;

  private final MockMvcTester browser;
  private String gone;
  private UUID letter;

  @Autowired
  OutboxPageTests(WebApplicationContext service) {
    this.browser = MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build());
  }

  @BeforeEach
  void writeToSomebodyWhoIsGone() {
    gone = "gone-" + UUID.randomUUID();
    Acting.asServiceOn(
        "worker",
        "SR-2026-77777",
        () -> {
          mails.tell(Notice.DECIDED, "SR-2026-77777", List.of(new PersonId(gone)), gone);
          return true;
        });
    letter = await().until(() -> stuckAfter(1), found -> found != null);
  }

  @Test
  void shouldSayWhoseLetterIsStuckAndWhyAndNotOnWhichCase() {
    var page = page("admin");

    assertThat(page).hasStatusOk().bodyText().contains(gone, "Nobody of this name is known");
    assertThat(page).bodyText().doesNotContain("SR-2026-", "DECIDED", "decided");
    assertThat(as("admin").get("/api/outbox").body())
        .contains(gone, "NO_SUCH_PERSON")
        .doesNotContain("SR-2026-", "DECIDED");
  }

  @Test
  void shouldTryAgainByHandAndSayWhenThatFails() {
    // when
    assertThat(post("admin", "/outbox/" + letter + "/retry"))
        .hasStatus3xxRedirection()
        .redirectedUrl()
        .isEqualTo("/outbox");
    // then it was tried once more, and is back
    assertThat(await().until(() -> stuckAfter(2), found -> found != null)).isEqualTo(letter);
    assertThat(as("admin").post("/api/outbox/" + letter + "/retry").status()).isEqualTo(202);
    assertThat(await().until(() -> stuckAfter(3), found -> found != null)).isEqualTo(letter);
    assertThat(post("admin", "/outbox/retry")).hasStatus3xxRedirection();
    assertThat(await().until(() -> stuckAfter(4), found -> found != null)).isEqualTo(letter);
  }

  @Test
  void shouldChangeNothingOfALetterThatIsNotStuck() {
    assertThat(as("admin").post("/api/outbox/" + UUID.randomUUID() + "/retry").status())
        .isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"employee", "counsel", "auditor", "owner", "manager"})
  void shouldBeNobodyElsesBusiness(String person) {
    assertThat(page(person)).hasStatus(403);
    assertThat(post(person, "/outbox/" + letter + "/retry")).hasStatus(403);
    assertThat(post(person, "/outbox/retry")).hasStatus(403);
    assertThat(as(person).get("/api/outbox").status()).isEqualTo(403);
    assertThat(as(person).post("/api/outbox/" + letter + "/retry").status()).isEqualTo(403);
    assertThat(as(person).get("/actuator/metrics/candor.mail.stuck").status()).isEqualTo(403);
    assertThat(stuckAfter(1)).isEqualTo(letter);
  }

  @Test
  void shouldBeWatchedByMetrics() {
    assertThat(measured("candor.mail.stuck")).isGreaterThanOrEqualTo(1);
    assertThat(measured("candor.mail.waiting")).isGreaterThanOrEqualTo(0);
    assertThat(measured("candor.mail.oldest")).isGreaterThanOrEqualTo(0);
    assertThat(browser.get().uri("/actuator/metrics/candor.mail.stuck").exchange()).hasStatus(401);
  }

  private double measured(String metric) {
    var answer = as("admin").get("/actuator/metrics/" + metric);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("measurements").path(0).path("value").asDouble();
  }

  private UUID stuckAfter(int attempts) {
    return rows.sql(
            """
            select id from mail_outbox
             where person = ? and attempts = ? and given_up_at is not null
            """)
        .params(gone, attempts)
        .query(UUID.class)
        .optional()
        .orElse(null);
  }

  private MvcTestResult page(String person) {
    return browser.get().uri("/outbox").with(user(person)).exchange();
  }

  private MvcTestResult post(String person, String path) {
    return browser.post().uri(path).with(user(person)).with(csrf()).exchange();
  }

  private CandorApi as(String person) {
    return new Route(port).as(person);
  }
}
