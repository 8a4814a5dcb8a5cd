package dev.candor.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.support.AtTheSameMoment;
import dev.candor.support.CandorApi.Answer;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.Route;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was flagged wrongly: who corrects it, and what stands then. */
@CandorTest
class CorrectionTests {

  @LocalServerPort int port;
  @Autowired EveryRow rows;

  private Route route;
  private CaseToCorrect file;
  private String reference;

  @BeforeEach
  void flagACase() {
    route = new Route(port);
    file = CaseToCorrect.flagged(route);
    reference = file.reference();
  }

  @Test
  void shouldKeepEachCorrectionBesideTheFlag() {
    // when two correct the same, one after the other
    assertThat(file.correct("desk-uk", "principal", "Embassy of <b>Palau</b>").status())
        .isEqualTo(201);
    var second = file.correct("head-uk", "principal", "'; drop table cases; --");

    // then the last stands, and each says who, what, instead of what, and why
    assertThat(second.status()).as(second.body()).isEqualTo(201);
    assertThat(second.json().path("was").asText()).isEqualTo("Embassy of <b>Palau</b>");
    var shown = route.caseOf("desk-uk", reference);
    assertThat(shown.path("principal").asText()).isEqualTo("'; drop table cases; --");
    var entries = shown.path("handling").path("corrections");
    assertThat(entries.findValuesAsText("was"))
        .containsExactly("Embassy in London", "Embassy of <b>Palau</b>");
    assertThat(entries.findValuesAsText("by")).containsExactly("desk-uk", "head-uk");
    assertThat(entries.path(0).path("reason").asText()).isEqualTo("The letterhead says so.");
    assertThat(last(shown.path("timeline")).path("what").asText()).isEqualTo("CORRECTED");
    assertThat(last(shown.path("timeline")).path("detail").asText()).isEqualTo("principal");

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
    file.correct("desk-uk", "principal", "Embassy of Palau");

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
    var answer = file.correct("desk-uk", field, value);

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    var stands = route.caseOf("desk-uk", reference).path(field);
    assertThat(stands.isNull() ? null : stands.asText()).isEqualTo(value);
    assertThat(file.correct("desk-uk", field, value).status())
        .as("it stands already")
        .isEqualTo(409);
    // and the way that the case took stays
    assertThat(route.caseOf("desk-uk", reference).path("desk").asText()).isEqualTo("UK-IE-NL-IL");
  }

  @Test
  void shouldCorrectWhichItemsAreNamed() {
    assertThat(file.correct("desk-uk", "items", "@one\r\n\n @two ").status()).isEqualTo(201);
    assertThat(items()).containsExactly("@one", "@two");
    assertThat(file.correct("desk-uk", "items", "").status()).isEqualTo(201);
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
    var answer = file.correct("desk-uk", field, value);

    assertThat(answer.status()).isEqualTo(400);
    var error = answer.json().path("errors").path(0);
    assertThat(error.path("field").asText())
        .isEqualTo(message.contains("sender") ? "field" : "value");
    assertThat(error.path("message").asText()).startsWith(message);
    assertThat(route.caseOf("desk-uk", reference).path("handling").path("corrections")).isEmpty();
  }

  @Test
  void shouldNameAllThatIsWrong() {
    var answer = file.correct("desk-uk", Map.of("field", "market", "value", "X"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").findValuesAsText("field"))
        .containsExactly("value", "reason");
  }

  @Test
  void shouldNotBeReceivedAfterAReplyIsWanted() {
    file.correct("desk-uk", "replyWantedBy", "2026-03-16");

    assertThat(file.correct("desk-uk", "receivedOn", "2026-03-17").status()).isEqualTo(400);
    assertThat(file.correct("desk-uk", "receivedOn", "2026-03-16").status()).isEqualTo(201);
  }

  @Test
  void shouldTellTheLaterOfTwoWhoCorrectTheSame() throws Exception {
    var calls =
        Stream.of("Embassy of Palau", "Embassy of Nauru")
            .<Callable<Answer>>map(
                name ->
                    () ->
                        file.correct(
                            "desk-uk", CaseToCorrect.of("principal", name, Map.of("seen", 0))))
            .toList();
    var answers = AtTheSameMoment.doAll(calls);

    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
    var refused = answers.stream().filter(each -> each.status() == 409).findFirst().orElseThrow();
    assertThat(refused.body()).contains("Somebody corrected this in between");
    assertThat(route.caseOf("desk-uk", reference).path("handling").path("corrections")).hasSize(1);
  }

  @Test
  void shouldCorrectNothingOfACaseThatIsOver() {
    route.step("employee", reference, "withdraw");
    route.awaitState("desk-uk", reference, "WITHDRAWN");

    assertThat(file.correct("desk-uk", "principal", "Embassy of Palau").status()).isEqualTo(409);
  }

  private List<String> items() {
    return route
        .caseOf("desk-uk", reference)
        .path("items")
        .valueStream()
        .map(JsonNode::asText)
        .toList();
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
}
