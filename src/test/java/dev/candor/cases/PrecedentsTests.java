package dev.candor.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.access.Acting;
import dev.candor.access.People;
import dev.candor.access.PersonId;
import dev.candor.support.CandorApi.Answer;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.HttpCall;
import dev.candor.support.Pages;
import dev.candor.support.Route;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** Earlier decided cases beside a later one: which, why, and what comes of deciding otherwise. */
@CandorTest
class PrecedentsTests {

  private static final String NO_OTHER_TEST_ASKS =
      "Die Botschaft möchte, dass Fischereiberichte der Kutterflotte gesperrt werden.";

  @LocalServerPort int port;
  @Autowired EveryRow rows;

  private final Pages pages;
  private final JdbcClient service;
  private final TransactionTemplate transaction;
  private final People people;
  private Route route;

  @Autowired
  PrecedentsTests(
      WebApplicationContext web,
      JdbcClient service,
      PlatformTransactionManager transactions,
      People people) {
    this.service = service;
    this.transaction = new TransactionTemplate(transactions);
    this.people = people;
    this.pages = new Pages(web);
  }

  @BeforeEach
  void meetTheService() {
    route = new Route(port);
  }

  @Test
  void shouldFindADecidedCaseByTheStemsOfItsWordsWhateverItsType() {
    // given
    var decided = asked("Embassy of the fishers", NO_OTHER_TEST_ASKS);
    decide(decided, "DECLINED", Map.of());
    // when another country asks for another thing in other forms of these words
    var later =
        flagged(
            with(
                "type", "POLICY_CHANGE",
                "principalKind", "PARTY",
                "principalCountry", "NR",
                "ask", "Ein Fischereibericht über Kutterflotten solle nicht gesperrt werden"));
    // then
    var found = precedent("desk-uk", later, decided);
    assertThat(found.path("outcome").asText()).isEqualTo("DECLINED");
    assertThat(texts(found, "likeness")).containsExactly("MARKET");
    assertThat(texts(found, "words"))
        .contains("fischereibericht", "kutterflotten", "gesperrt")
        .doesNotContain("über", "werden");
  }

  @Test
  void shouldSayWhichFactsAreAlike() {
    // given
    var decided = asked("Embassy of the likely", "Words about nothing in particular.");
    decide(decided, "DECLINED", Map.of("grounds", List.of("IMPERSONATION")));
    // when
    var later = asked("EMBASSY OF THE LIKELY", "Others, about something.");
    // then
    assertThat(texts(precedent("desk-uk", later, decided), "likeness"))
        .containsExactly("PRINCIPAL", "COUNTRY", "KIND", "MARKET");
    assertThat(pages.page("desk-uk", "/cases/" + later))
        .contains(decided, "Same principal", "Same country of the principal");
  }

  @Test
  void shouldKeepWhoOpenedAPrecedentFromTheCaseItStandsBeside() throws IOException {
    // given
    var asker = "Office of opened precedents";
    var decided = asked(asker, "Take the harbour report down");
    decide(decided, "DECLINED", Map.of());
    var later = asked(asker, "Take the pier report down");
    var unlike = flagged(with("type", "POLICY_CHANGE", "principalCountry", "NR"));
    assertThat(pages.page("desk-uk", "/cases/" + later))
        .contains("/cases/%s?from=%s\"".formatted(decided, later), "Shown, not opened from here");
    // when the desk opens it twice, from elsewhere too, and its flagger opens it, who sees no
    // precedents
    pages.page("desk-uk", "/cases/%s?from=%s".formatted(decided, later));
    route.as("desk-uk").get("/api/cases/%s?from=%s".formatted(decided, later));
    pages.page("desk-uk", "/cases/%s?from=%s".formatted(decided, unlike));
    pages.page("head-uk", "/cases/%s?from=nowhere".formatted(decided));
    pages.page("employee", "/cases/%s?from=%s".formatted(decided, later));
    // then
    assertThat(precedent("head-uk", later, decided).path("opened").findValuesAsText("by"))
        .containsExactly("desk-uk");
    assertThat(openings(unlike)).isZero();
    var name = people.nameOf("desk-uk");
    assertThat(pages.page("head-uk", "/cases/" + later))
        .contains("Shown, opened by " + name + " (");
    // and in the dossier
    for (var reference : List.of(decided, later)) {
      rows.sql("insert into case_group values (?, 'counsel', now()) on conflict do nothing")
          .param(reference)
          .update();
    }
    var dossier = route.as("counsel").get("/api/cases/" + later + "/dossier?as=json").json();
    assertThat(dossier.findValues("opened").toString()).contains("\"by\":\"desk-uk\"");
    assertThat(printed("counsel", later)).contains("Shown, opened by " + name);
  }

  private String printed(String person, String reference) throws IOException {
    var pdf =
        HttpCall.to(port, "/api/cases/" + reference + "/dossier").as(person).getOctets().body();
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  private long openings(String reference) {
    return rows.sql("select count(*) from case_precedent_opened where reference = ?")
        .param(reference)
        .query(Long.class)
        .single();
  }

  @Test
  void shouldAskWhyADecisionDepartsFromPrecedentsAndKeepTheReason() {
    // given
    var precedents = List.of(declined("first"), declined("second"), declined("third"));
    var later = asked("Embassy of the departing", "Whales.");
    route.review("desk-uk", later, "ACCEPT_WITH_LABEL");
    var task = route.offered("head-uk", later, Route.DECIDE_AS_HEAD);
    route.claim("head-uk", task);
    var accepted = Map.<String, Object>of("outcome", "ACCEPTED_WITH_LABEL", "rationale", "Words.");
    // when
    var refused = completed(task, accepted);
    // then
    assertThat(refused.status()).as(refused.body()).isEqualTo(400);
    assertThat(refused.json().path("errors"))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.path("field").asText()).isEqualTo("departure");
              assertThat(error.path("message").asText()).contains(precedents);
            });
    // when
    var reasoned = new LinkedHashMap<>(accepted);
    reasoned.put("departure", "This one is open about who speaks.");
    var taken = completed(task, reasoned);
    // then
    assertThat(taken.status()).as(taken.body()).isEqualTo(200);
    assertThat(
            route
                .awaitState("head-uk", later, "DECIDED")
                .path("decision")
                .path("departure")
                .asText())
        .isEqualTo("This one is open about who speaks.");
    assertThat(pages.page("head-uk", "/cases/" + later))
        .contains("Why it departs from precedents", "This one is open about who speaks.");
    assertThat(ledgerOf(later)).contains("FROM_PRECEDENTS").doesNotContain("open about who speaks");
  }

  @Test
  void shouldAskNoReasonForPrecedentsThatTheDeciderMayNotKnowOf() {
    // given
    declined("unknown to others");
    var elsewhere = new LinkedHashMap<>(request("Embassy of the departing", "Whales."));
    elsewhere.put("market", "FR");
    var later = flagged(elsewhere);
    route.review("desk-de", later, "ACCEPT_WITH_LABEL");
    var task = route.offered("head-de", later, Route.DECIDE_AS_HEAD);
    route.claim("head-de", task);
    // when
    var completed =
        route
            .as("head-de")
            .post(
                "/api/tasks/" + task + "/complete",
                Map.of("outcome", "ACCEPTED_WITH_LABEL", "rationale", "Words."));
    // then
    assertThat(completed.status()).as(completed.body()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "english, They want the posts of the influencers to be removed before the election",
    "german, Die Behörde will dass das Video vor der Wahl nicht mehr gezeigt wird",
    "french, Le ministère veut que les comptes soient fermés avant les élections",
    "dutch, Het ministerie wil dat de berichten voor de verkiezingen worden verwijderd",
    "simple, המשרד מבקש להסיר את הסרטון לפני הבחירות"
  })
  void shouldReadEachAskInItsLanguage(String language, String ask) {
    assertThat(rows.sql("select language_of(?)::text").param(ask).query(String.class).single())
        .isEqualTo(language);
  }

  @Test
  void shouldShowThatItWasRefusedBeforeAndIsAskedAtAnotherDeskAsFarAsEachMayKnow() {
    // given
    var refused = asked("Embassy of the asking", "Reedbeds.");
    decide(refused, "DECLINED", Map.of());
    var elsewhere = flagged(with("principal", "embassy of the ASKING", "market", "FR"));
    var inOtherWords = asked("Bureau of others", "Kelpbeds, dunebeds and saltmarshes.");
    var later = asked("Embassy of the asking", "A saltmarsh, a dunebed, a kelpbed.");
    for (var reference : List.of(refused, elsewhere, inOtherWords, later)) {
      rows.sql("insert into case_group values (?, 'counsel', now()) on conflict do nothing")
          .param(reference)
          .update();
    }
    // when
    var forCounsel = pattern("counsel", later);
    var forTheDesk = pattern("desk-uk", later);
    // then
    assertThat(references(forCounsel)).contains(refused, elsewhere, inOtherWords);
    assertThat(forCounsel.path("desks").asInt()).isEqualTo(2);
    assertThat(forCounsel.path("refusedBefore").asInt()).isEqualTo(1);
    assertThat(references(forTheDesk))
        .contains(refused, inOtherWords)
        .doesNotContain(elsewhere, later);
    assertThat(forTheDesk.path("desks").asInt()).isEqualTo(1);
    assertThat(route.as("desk-de").get("/api/cases/" + later + "/asked-before").status())
        .isEqualTo(404);
    assertThat(pages.page("counsel", "/cases/" + later + "/asked-before"))
        .contains("3 cases", "at 2 desks", "1 refused before", "Same principal", "saltmarsh");
    assertThat(pages.page("counsel", "/cases/" + later))
        .contains("/cases/" + later + "/asked-before\"");
  }

  @Test
  void shouldSayThatNothingWasAskedBefore() {
    var alone = asked("Embassy of nobody else", "Fjords.");

    assertThat(pages.page("desk-uk", "/cases/" + alone + "/asked-before"))
        .contains("Nothing that you may know of");
  }

  @Test
  void shouldKeepWhatAnswersByWordsFromWhoDoesNotLookForPrecedents() {
    var decided = asked("Embassy of the kept", "Estuaries, lagoons, harbours.");
    var later = asked("Embassy of others", "Estuaries, lagoons, harbours.");

    assertThat(as("desk-uk", () -> inLikeWords("known", later))).contains(decided);
    assertThat(as("desk-uk", () -> inLikeWords("found", later))).isEmpty();
    assertThat(as("desk-de", () -> inLikeWords("known", later))).isEmpty();
    assertThat(Acting.asService("candor.find-precedents", () -> inLikeWords("found", later)))
        .contains(decided);
    assertThatThrownBy(() -> as("desk-uk", () -> inLikeWords("", later)))
        .hasStackTraceContaining("permission denied for function in_like_words");
  }

  private String declined(String which) {
    var reference = asked("Embassy of the departing", "Whales, " + which + ".");
    decide(reference, "DECLINED", Map.of());
    return reference;
  }

  private String asked(String principal, String ask) {
    return flagged(request(principal, ask));
  }

  /** Of a country that nobody else's cases are of. */
  private static Map<String, Object> request(String principal, String ask) {
    return with("principal", principal, "principalCountry", "PW", "ask", ask);
  }

  private static Map<String, Object> with(String... fields) {
    var flag = ExampleRequests.embassy();
    for (int at = 0; at < fields.length; at += 2) {
      flag.put(fields[at], fields[at + 1]);
    }
    return flag;
  }

  private String flagged(Map<String, Object> flag) {
    var reference = route.flag("employee", flag);
    var desk = flag.get("market").equals("FR") ? "desk-de" : "desk-uk";
    route.offered(desk, reference, Route.REVIEW);
    return reference;
  }

  private void decide(String reference, String outcome, Map<String, Object> more) {
    var values = new LinkedHashMap<String, Object>(more);
    values.put("outcome", outcome);
    values.put("rationale", "Words.");
    route.review("desk-uk", reference, "DECLINE");
    route.workOff("head-uk", reference, Route.DECIDE_AS_HEAD, values);
    route.awaitState("desk-uk", reference, "DECIDED");
  }

  private Answer completed(String task, Map<String, Object> values) {
    return route.as("head-uk").post("/api/tasks/" + task + "/complete", values);
  }

  private JsonNode pattern(String person, String reference) {
    var answer = route.as(person).get("/api/cases/" + reference + "/asked-before");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> references(JsonNode pattern) {
    return pattern
        .path("asked")
        .valueStream()
        .map(asked -> asked.path("reference").asText())
        .toList();
  }

  private <T> T as(String person, Supplier<T> work) {
    return Acting.as(people.find(new PersonId(person)).orElseThrow(), work::get);
  }

  /** Straight from the database, as the service's role. */
  private List<String> inLikeWords(String whose, String reference) {
    var function = whose.isEmpty() ? "in_like_words(?, null)" : whose + "_in_like_words(?)";
    return transaction.execute(
        status ->
            service
                .sql("select reference from " + function)
                .param(reference)
                .query(String.class)
                .list());
  }

  private JsonNode precedent(String person, String reference, String precedent) {
    return route
        .caseOf(person, reference)
        .path("handling")
        .path("precedents")
        .valueStream()
        .filter(found -> found.path("reference").asText().equals(precedent))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(JsonNode node, String field) {
    return node.path(field).valueStream().map(JsonNode::asText).toList();
  }

  private String ledgerOf(String reference) {
    return String.join(
        "\n",
        rows.sql("select entry from ledger_entry where subject = ? and entry like '%DECISION%'")
            .param(reference)
            .query(String.class)
            .list());
  }
}
