package dev.candor.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.support.CandorApi;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** Somebody who has no part in a case opens it: for a while, to read, and never unnoticed. */
@CandorTest
class EmergencyAccessTests {

  private static final String REASON = "A court asks today, and the desk is away.";

  @LocalServerPort int port;
  @Autowired EveryRow rows;

  private final MockMvcTester browser;
  private Route route;
  private String reference;

  @Autowired
  EmergencyAccessTests(WebApplicationContext service) {
    this.browser = MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build());
  }

  @BeforeEach
  void putACaseBeforeTheDesk() {
    route = new Route(port);
    reference = route.flag("employee", ExampleRequests.embassy());
    route.offered("desk-uk", reference, Route.REVIEW);
  }

  @Test
  void shouldOpenTheCaseToReadAndKeepWhoAndWhy() {
    // given
    assertThat(route.as("auditor").get("/api/cases/" + reference).status()).isEqualTo(404);

    // when
    var until = Instant.parse(open("auditor").path("endsAt").asText());

    // then they read it, and so does everybody who works on it that they do
    assertThat(Duration.between(Instant.now(), until)).isBetween(hours(3), hours(4));
    var read = route.caseOf("auditor", reference);
    assertThat(read.path("sight").asText()).isEqualTo("EMERGENCY");
    assertThat(read.path("desk").asText()).isEqualTo("UK-IE-NL-IL");
    assertThat(list("auditor")).contains(reference);
    var seenByTheDesk = route.caseOf("desk-uk", reference);
    assertThat(seenByTheDesk.path("emergencies").path(0).path("by").asText()).isEqualTo("auditor");
    assertThat(seenByTheDesk.path("emergencies").path(0).path("reason").asText()).isEqualTo(REASON);
    assertThat(seenByTheDesk.path("timeline").valueStream().map(entry -> entry.path("what")))
        .extracting(JsonNode::asText)
        .containsOnlyOnce("OPENED_IN_AN_EMERGENCY");
    assertThat(route.caseOf("employee", reference).toString())
        .doesNotContain("EMERGENCY", REASON, "auditor");

    // and the ledger knows of it, without the reason
    assertThat(ledger())
        .filteredOn(entry -> entry.contains("\"what\":\"EMERGENCY\""))
        .singleElement()
        .satisfies(entry -> assertThat(entry).contains("ACCESS_GRANTED", until.toString()));
    assertThat(ledger()).noneMatch(entry -> entry.contains(REASON));
  }

  @Test
  void shouldTellCounselAtOnceWhoReadTheReasonWithoutTheCase() {
    open("auditor");

    await().until(() -> toldCounsel().equals(List.of("sent")));
    assertThat(route.as("counsel").get("/api/cases/" + reference).status()).isEqualTo(404);
    assertThat(known("counsel")).contains(reference, REASON);
    assertThat(page("counsel")).contains(reference, REASON, "open now");

    // and when it is over, no other auditor's, nor anybody else's, is shown to who is not counsel
    letItEnd();
    rows.sql(
            """
            insert into case_emergency (reference, person, reason, at, ends_at)
            values (?, 'another-auditor', 'Another reason', now(), now() + interval '1 hour')
            """)
        .param(reference)
        .update();
    assertThat(known("auditor")).contains(REASON).doesNotContain("Another reason");
    assertThat(known("counsel")).contains("Another reason");
  }

  @Test
  void shouldLetThemDoNothingOnIt() {
    // given
    open("counsel");
    var entries =
        Map.of(
            "comments", Map.of("text", "I think so."),
            "recuse", Map.of("reason", "A friend."),
            "withdraw", Map.of(),
            "answer", Map.of("answer", "They wrote."));

    // when, then
    entries.forEach(
        (what, body) ->
            assertThat(
                    route.as("counsel").post("/api/cases/" + reference + "/" + what, body).status())
                .as(what)
                .isEqualTo(403));
    assertThat(page("counsel", "/cases/" + reference))
        .contains("Open to you in an emergency")
        .doesNotContain("/comments\"", "/recuse\"", "/withdraw\"", "/hold\"", "/dossier?");
  }

  @Test
  void shouldCloseByItselfAndOpenAgain() {
    // given
    open("auditor");

    // when its time is over
    letItEnd();

    // then nothing is left of it but the record
    assertThat(route.as("auditor").get("/api/cases/" + reference).status()).isEqualTo(404);
    assertThat(list("auditor")).doesNotContain(reference);
    assertThat(known("auditor")).contains(reference);
    assertThat(page("auditor")).contains(">over<").doesNotContain("/cases/" + reference);

    // and with a reason once more it opens, which is told and kept once more
    open("auditor");
    assertThat(route.as("auditor").get("/api/cases/" + reference).status()).isEqualTo(200);
    await().until(() -> toldCounsel().equals(List.of("sent", "sent")));
  }

  @Test
  void shouldCloseAtOnceToWhoIsTakenOffTheCase() {
    open("auditor");
    rows.sql("insert into case_recusal values (?, 'auditor', 'Too much', 'counsel', now())")
        .param(reference)
        .update();

    assertThat(route.as("auditor").get("/api/cases/" + reference).status()).isEqualTo(404);
    assertThat(known("auditor")).doesNotContain(reference);
    assertThat(opening("auditor").status()).isEqualTo(404);
  }

  @Test
  void shouldOpenFromThePageAndKeepWhatWasEntered() {
    // when there is no reason
    var missing = send(Map.of("reference", reference, "reason", " "));
    assertThat(missing).hasStatus(400);
    assertThat(text(missing)).contains("value=\"" + reference + "\"", "reason-error");
    assertThat(route.as("auditor").get("/api/cases/" + reference).status()).isEqualTo(404);

    // and when there is one
    assertThat(send(Map.of("reference", " " + reference + " ", "reason", REASON)))
        .hasStatus3xxRedirection()
        .redirectedUrl()
        .isEqualTo("/cases/" + reference);
    assertThat(page("auditor", "/cases/" + reference))
        .contains("Open to you in an emergency", REASON);
  }

  private JsonNode open(String person) {
    var answer = opening(person);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  private CandorApi.Answer opening(String person) {
    return route
        .as(person)
        .post("/api/cases/" + reference + "/emergency-access", Map.of("reason", REASON));
  }

  private void letItEnd() {
    rows.sql(
            """
            do $$ begin
              set local session_replication_role = replica;
              update case_emergency set at = at - interval '5 hours', ends_at = ends_at - interval '5 hours'
               where reference = '%1$s';
              update case_access set until = until - interval '5 hours' where reference = '%1$s';
            end $$
            """
                .formatted(reference))
        .update();
  }

  private List<String> toldCounsel() {
    return rows.sql(
            """
            select case when sent_at is null then 'not sent' else 'sent' end from mail_outbox
             where reference = ? and notice = 'EMERGENCY_ACCESS' and person = 'counsel'
            """)
        .param(reference)
        .query(String.class)
        .list();
  }

  private List<String> ledger() {
    return rows.sql("select entry from ledger_entry where subject = ?")
        .param(reference)
        .query(String.class)
        .list();
  }

  private String list(String person) {
    return route.as(person).get("/api/cases?size=100").body();
  }

  private String known(String person) {
    return route.as(person).get("/api/emergency-access").body();
  }

  private String page(String person) {
    return page(person, "/emergency-access");
  }

  private String page(String person, String path) {
    var answer =
        browser.get().uri(path).header("Accept", "text/html").with(user(person)).exchange();
    assertThat(answer).hasStatusOk();
    return text(answer);
  }

  private static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private MvcTestResult send(Map<String, String> fields) {
    var request = browser.post().uri("/emergency-access").with(user("auditor")).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }
}
