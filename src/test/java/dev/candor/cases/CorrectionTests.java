package dev.candor.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.support.AtTheSameMoment;
import dev.candor.support.CandorApi.Answer;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** What was flagged wrongly: who corrects it, what stands then, and what follows from it. */
@CandorTest
class CorrectionTests {

  @LocalServerPort int port;
  @Autowired EveryRow rows;

  private final MockMvcTester browser;
  private Route route;
  private String reference;

  @Autowired
  CorrectionTests(WebApplicationContext service) {
    this.browser = MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build());
  }

  @BeforeEach
  void flagACase() {
    route = new Route(port);
    reference = route.flag("employee", ExampleRequests.embassy());
    route.offered("desk-uk", reference, Route.REVIEW);
  }

  @Test
  void shouldKeepEachCorrectionBesideTheFlag() {
    // when two correct the same, one after the other
    assertThat(correct("desk-uk", "principal", "Embassy of <b>Palau</b>").status()).isEqualTo(201);
    var second = correct("head-uk", "principal", "'; drop table cases; --");

    // then the last stands, and each says who, what, instead of what, and why
    assertThat(second.status()).as(second.body()).isEqualTo(201);
    assertThat(second.json().path("was").asText()).isEqualTo("Embassy of <b>Palau</b>");
    var file = route.caseOf("desk-uk", reference);
    assertThat(file.path("principal").asText()).isEqualTo("'; drop table cases; --");
    var entries = file.path("handling").path("corrections");
    assertThat(entries.findValuesAsText("was"))
        .containsExactly("Embassy in London", "Embassy of <b>Palau</b>");
    assertThat(entries.findValuesAsText("by")).containsExactly("desk-uk", "head-uk");
    assertThat(entries.path(0).path("reason").asText()).isEqualTo("The letterhead says so.");
    assertThat(last(file.path("timeline")).path("what").asText()).isEqualTo("CORRECTED");
    assertThat(last(file.path("timeline")).path("detail").asText()).isEqualTo("principal");

    // and the flag is what it was, for who sent it as well
    assertThat(flagged("principal")).isEqualTo("Embassy in London");
    var sent = route.caseOf("employee", reference);
    assertThat(sent.path("principal").asText()).isEqualTo("Embassy in London");
    assertThat(sent.toString()).doesNotContain("CORRECTED", "Palau", "letterhead");
    assertUnchangeable("update case_correction set value = 'other'");
    assertUnchangeable("delete from case_correction");
    assertUnchangeable("update cases set corrected = '{\"principal\": \"other\"}'");
    assertUnchangeable("update cases set principal = 'other'");
  }

  @Test
  void shouldTellTheLedgerThatAndNotWhat() {
    correct("desk-uk", "principal", "Embassy of Palau");

    assertThat(
            rows.sql(
                    "select entry from ledger_entry where subject = ? and entry like '%CORRECTED%'")
                .param(reference)
                .query(String.class)
                .list())
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry)
                    .contains("principal")
                    .doesNotContain("Palau", "London", "letterhead", "desk-uk"));
  }

  @ParameterizedTest
  @CsvSource({
    "sender,           The ambassador",
    "relationship,     ",
    "relationship,     A cousin",
    "principalKind,    MINISTRY",
    "principalCountry, PW",
    "market,           FR",
    "audience,         ",
    "legalBasis,       Article 10",
    "receivedOn,       2026-02-28",
    "replyWantedBy,    2026-04-01"
  })
  void shouldCorrectEveryFact(String field, String value) {
    var answer = correct("desk-uk", field, value);

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    var stands = route.caseOf("desk-uk", reference).path(field);
    assertThat(stands.isNull() ? null : stands.asText()).isEqualTo(value);
    assertThat(correct("desk-uk", field, value).status()).as("it stands already").isEqualTo(409);
    // and the way that the case took stays
    assertThat(route.caseOf("desk-uk", reference).path("desk").asText()).isEqualTo("UK-IE-NL-IL");
  }

  @Test
  void shouldCorrectWhichItemsAreNamed() {
    assertThat(correct("desk-uk", "items", "@one\r\n\n @two ").status()).isEqualTo(201);
    assertThat(items()).containsExactly("@one", "@two");
    assertThat(correct("desk-uk", "items", "").status()).isEqualTo(201);
    assertThat(items()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "sender,           ,           Is required",
    "principal,        ' ',        Is required",
    "principalKind,    KINGDOM,    Must be one of MINISTRY",
    "principalCountry, UK,         Must be a country's code",
    "market,           ,           Is required",
    "receivedOn,       2999-01-01, Must not be in the future",
    "receivedOn,       1999-01-01, Must not be before 2016",
    "receivedOn,       yesterday,  Must be a date",
    "replyWantedBy,    2026-03-01, Must not be before the day on which",
    "ask,              Another,    'Must be one of sender, relationship'",
    "type,             OTHER,      'Must be one of sender, relationship'"
  })
  void shouldTakeWhatAFlagMayHold(String field, String value, String message) {
    var answer = correct("desk-uk", field, value);

    assertThat(answer.status()).isEqualTo(400);
    var error = answer.json().path("errors").path(0);
    assertThat(error.path("field").asText())
        .isEqualTo(message.contains("sender") ? "field" : "value");
    assertThat(error.path("message").asText()).startsWith(message);
    assertThat(route.caseOf("desk-uk", reference).path("handling").path("corrections")).isEmpty();
  }

  @Test
  void shouldNameAllThatIsWrong() {
    var answer = correct("desk-uk", Map.of("field", "market", "value", "X"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").findValuesAsText("field"))
        .containsExactly("value", "reason");
  }

  @Test
  void shouldNotBeReceivedAfterAReplyIsWanted() {
    correct("desk-uk", "replyWantedBy", "2026-03-16");

    assertThat(correct("desk-uk", "receivedOn", "2026-03-17").status()).isEqualTo(400);
    assertThat(correct("desk-uk", "receivedOn", "2026-03-16").status()).isEqualTo(201);
  }

  @Test
  void shouldTellTheLaterOfTwoWhoCorrectTheSame() throws Exception {
    var calls =
        Stream.of("Embassy of Palau", "Embassy of Nauru")
            .<Callable<Answer>>map(
                name -> () -> correct("desk-uk", of("principal", name, Map.of("seen", 0))))
            .toList();
    var answers = AtTheSameMoment.doAll(calls);

    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
    var refused = answers.stream().filter(each -> each.status() == 409).findFirst().orElseThrow();
    assertThat(refused.body()).contains("Somebody corrected this in between");
    assertThat(route.caseOf("desk-uk", reference).path("handling").path("corrections")).hasSize(1);
  }

  @Test
  void shouldCorrectNothingOfACaseThatIsOver() {
    route.as("employee").post("/api/cases/" + reference + "/withdraw");
    route.awaitState("desk-uk", reference, "WITHDRAWN");

    assertThat(correct("desk-uk", "principal", "Embassy of Palau").status()).isEqualTo(409);
    assertThat(page("desk-uk", "")).doesNotContain("Correct what was flagged");
  }

  @Test
  void shouldBeFoundByTheRightNameAndByTheFirst() {
    var right = "Right " + UUID.randomUUID();
    var sender = "Sender " + UUID.randomUUID();
    correct("desk-uk", "principal", right);
    correct("desk-uk", "sender", sender);
    var item = "@" + UUID.randomUUID();
    correct("desk-uk", "items", "@one\n" + item);
    correct("desk-uk", "items", "");
    correct("desk-uk", "principalKind", "MINISTRY");

    for (var words : List.of(right, right.toUpperCase(), sender, item)) {
      assertThat(found("desk-uk", words)).containsExactly(reference);
      // who flagged it knows of no correction, and must not find out by searching
      assertThat(found("employee", words)).isEmpty();
    }
    assertThat(found("desk-uk", reference)).containsExactly(reference);
    assertThat(found("employee", reference)).containsExactly(reference);
    var line = route.as("desk-uk").get("/api/cases?q=" + reference).json().path("items").path(0);
    assertThat(line.path("principal").asText()).isEqualTo(right);
    assertThat(line.path("principalKind").asText()).isEqualTo("MINISTRY");
    assertThat(route.as("employee").get("/api/cases?q=" + reference).body()).doesNotContain(right);
  }

  @Test
  void shouldBeListedUnderTheCountryThatStands() {
    correct("desk-uk", "principalCountry", "NU");

    assertThat(listed("desk-uk", "NU")).contains(reference);
    assertThat(listed("desk-uk", "CN")).doesNotContain(reference);
    assertThat(listed("employee", "NU")).doesNotContain(reference);
    assertThat(listed("employee", "CN")).contains(reference);
  }

  private List<String> listed(String person, String country) {
    return route
        .as(person)
        .get("/api/cases?size=100&country=" + country)
        .json()
        .path("items")
        .findValuesAsText("reference");
  }

  @Test
  void shouldCountWhoAsksAgainByTheRightName() {
    // given two cases of one principal, of which one names another, and who comes to know of it
    // later
    var right = "Right " + UUID.randomUUID();
    var flag = ExampleRequests.embassy();
    flag.put("principal", right);
    var other = route.flag("employee", flag);
    route.offered("desk-uk", other, Route.REVIEW);
    correct("desk-uk", "principal", right);
    route.review("desk-uk", reference, "ESCALATE");
    route.offered("counsel", reference, Route.DECIDE_AS_COUNSEL);

    // then
    var askers = route.as("desk-uk").get("/api/asked-again?size=100").json().path("items");
    assertThat(askers)
        .filteredOn(each -> each.path("principal").asText().equals(right))
        .singleElement()
        .satisfies(each -> assertThat(each.path("cases").asInt()).isEqualTo(2));
    assertThat(
            rows.sql("select count(distinct asker) from case_access where reference = ?")
                .param(reference)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(
            route
                .as("desk-uk")
                .get("/api/cases/" + other + "/asked-before")
                .json()
                .findValuesAsText("reference"))
        .contains(reference);
  }

  @Test
  void shouldBeAPrecedentByWhatStands() {
    // given
    var right = "Right " + UUID.randomUUID();
    correct("desk-uk", "principal", right);
    correct("desk-uk", "principalCountry", "NU");
    route.review("desk-uk", reference, "DECLINE");
    route.workOff(
        "head-uk",
        reference,
        Route.DECIDE_AS_HEAD,
        Map.of("outcome", "DECLINED", "rationale", "Words."));
    route.awaitState("desk-uk", reference, "DECIDED");

    // when
    var flag = ExampleRequests.embassy();
    flag.put("principal", right.toUpperCase());
    flag.put("principalCountry", "NU");
    var later = route.flag("employee", flag);
    route.offered("desk-uk", later, Route.REVIEW);

    // then
    assertThat(route.caseOf("desk-uk", later).path("handling").path("precedents"))
        .filteredOn(each -> each.path("reference").asText().equals(reference))
        .singleElement()
        .satisfies(
            each -> assertThat(each.path("likeness").toString()).contains("PRINCIPAL", "COUNTRY"));
  }

  @Test
  void shouldShowOnThePageWhatStandsAndWhatWasFlagged() {
    var sent =
        post(Map.of("field", "principal", "principal", "Embassy of <b>Palau</b>", "seen", "0"));
    assertThat(sent).hasStatus(400);
    assertThat(text(sent))
        .contains("value=\"Embassy of &lt;b&gt;Palau&lt;/b&gt;\"", "correctionReason-error");

    var form = new HashMap<String, String>();
    form.putAll(Map.of("field", "principal", "principal", "Embassy of <b>Palau</b>", "seen", "0"));
    form.put("correctionReason", "The <i>letterhead</i> says so.");
    assertThat(post(form))
        .hasStatus3xxRedirection()
        .redirectedUrl()
        .isEqualTo("/cases/" + reference + "#request");

    assertThat(page("head-uk", ""))
        .contains(
            "Embassy of &lt;b&gt;Palau&lt;/b&gt;",
            "Corrected: flagged as “Embassy in London”",
            "The &lt;i&gt;letterhead&lt;/i&gt; says so.",
            "Dev Patel",
            "Corrected what was flagged: On behalf of")
        .doesNotContain("<b>Palau");

    // and who had the page open before is told, with what they entered
    form.put("principal", "Embassy of Nauru");
    var late = post(form);
    assertThat(late).hasStatus(400);
    assertThat(text(late))
        .contains("Somebody corrected this in between", "value=\"Embassy of Nauru\"")
        .contains("name=\"seen\" value=\"1\"");
    form.put("principal", "Embassy of <b>Palau</b>");
    form.put("seen", "1");
    assertThat(text(post(form))).contains("principal-error", "That is what stands already");
  }

  @Test
  void shouldAskForEachFactAsTheFlagDoes() {
    assertThat(page("desk-uk", ""))
        .contains("Correct what was flagged", "Nothing was corrected yet");
    assertThat(page("desk-uk", "?correct=receivedOn"))
        .contains("type=\"date\" id=\"receivedOn\"", "value=\"2026-03-02\"", "max=");
    assertThat(page("desk-uk", "?correct=market"))
        .contains("<option value=\"GB\" selected=\"selected\">United Kingdom</option>");
    assertThat(page("desk-uk", "?correct=principalKind"))
        .contains("<option value=\"EMBASSY\" selected=\"selected\">Embassy or consulate</option>");
    assertThat(page("desk-uk", "?correct=items")).contains("<textarea rows=\"6\" id=\"items\"");
    assertThat(page("desk-uk", "?correct=ask")).doesNotContain("name=\"seen\"");
    assertThat(page("employee", "?correct=market")).doesNotContain("/corrections\"");
  }

  private List<String> items() {
    return route
        .caseOf("desk-uk", reference)
        .path("items")
        .valueStream()
        .map(JsonNode::asText)
        .toList();
  }

  private Answer correct(String person, String field, String value) {
    return correct(person, of(field, value, Map.of()));
  }

  private static Map<String, Object> of(String field, String value, Map<String, Object> more) {
    var body = new HashMap<>(more);
    body.put("field", field);
    body.put("value", value);
    body.put("reason", "The letterhead says so.");
    return body;
  }

  private Answer correct(String person, Map<String, Object> body) {
    return route.as(person).post("/api/cases/" + reference + "/corrections", body);
  }

  private List<String> found(String person, String words) {
    return route
        .as(person)
        .get("/api/cases?q=" + words.replace(" ", "%20"))
        .json()
        .path("items")
        .findValuesAsText("reference");
  }

  private String flagged(String column) {
    return rows.sql("select " + column + " from cases where reference = ?")
        .param(reference)
        .query(String.class)
        .single();
  }

  private static JsonNode last(JsonNode list) {
    return list.path(list.size() - 1);
  }

  private void assertUnchangeable(String sql) {
    assertThatThrownBy(() -> rows.sql(sql + " where reference = ?").param(reference).update())
        .hasMessageContaining(sql.contains("cases") ? "corrections" : "never changed");
  }

  private MvcTestResult post(Map<String, String> fields) {
    var request =
        browser
            .post()
            .uri("/cases/" + reference + "/corrections")
            .with(user("desk-uk"))
            .with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private String page(String person, String query) {
    var answer =
        browser
            .get()
            .uri("/cases/" + reference + query)
            .header("Accept", "text/html")
            .with(user(person))
            .exchange();
    assertThat(answer).hasStatusOk();
    return text(answer);
  }

  private static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
