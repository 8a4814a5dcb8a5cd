package dev.candor.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.access.Acting;
import dev.candor.access.People;
import dev.candor.access.PersonId;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Pages;
import dev.candor.support.Route;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
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

/** Earlier cases that name an account or item which a later one names. */
@CandorTest
class PrecedentsByItemsTests {

  @LocalServerPort int port;
  @Autowired EveryRow rows;
  @Autowired JdbcClient service;
  @Autowired People people;
  @Autowired PlatformTransactionManager transactions;

  /** That no other test names. */
  private final String account = "@harbour-" + UUID.randomUUID();

  private final Pages pages;
  private Route route;

  @Autowired
  PrecedentsByItemsTests(WebApplicationContext web) {
    this.pages = new Pages(web);
  }

  @BeforeEach
  void meetTheService() {
    route = new Route(port);
  }

  @Test
  void shouldFindADecidedCaseWhoeverAsksForWhateverElse() {
    // given
    var decided = decided(naming("https://example.com/one", account));
    // when others ask for another thing, in another country
    var item = "HTTPS://www.Example.com/One/";
    var later = flagged(elsewhere("@another", account.toUpperCase(), item));
    // then each is written and ordered as the later one does
    assertThat(items(precedent("desk-uk", later, decided)))
        .containsExactly(account.toUpperCase(), item);
    var why = "Names the same account or item: " + account.toUpperCase() + ", " + item;
    assertThat(pages.page("desk-uk", "/cases/" + later)).contains(decided, why);
    // and so it is said where they ask whether it was asked before
    assertThat(pages.page("desk-uk", "/cases/" + later + "/asked-before")).contains(decided, why);
    assertThat(askedBefore("desk-uk", later))
        .filteredOn(asked -> asked.path("reference").asText().equals(decided))
        .singleElement()
        .satisfies(asked -> assertThat(items(asked)).hasSize(2));
  }

  @Test
  void shouldBeNearerThanAnyWhoOnlyAskedTheSame() {
    // given
    var decided = decided(naming(account));
    for (int other = 0; other < 5; other++) {
      decided(of("principalCountry", "TV"));
    }
    // when
    var later = flagged(of("principalCountry", "TV", "items", List.of(account)));
    // then
    assertThat(route.caseOf("desk-uk", later).at("/handling/precedents/0/reference").asText())
        .isEqualTo(decided);
  }

  @Test
  void shouldCompareWhatStandsAfterCorrections() {
    // given
    var right = "@right-" + UUID.randomUUID();
    var decided = decided(naming(account), right);
    // then
    assertThat(items(precedent("desk-uk", flagged(elsewhere(right)), decided)))
        .containsExactly(right);
    assertThat(precedents("desk-uk", flagged(elsewhere(account)))).doesNotContain(decided);
  }

  @Test
  void shouldNameNothingThatNobodyNames() {
    var decided = decided(naming("@", "https://", account));

    assertThat(precedents("desk-uk", flagged(elsewhere("@", "https://")))).doesNotContain(decided);
  }

  @Test
  void shouldTellNothingOfItToWhoMayNotKnow() {
    // given one that lies with another desk, and that a colleague of this one flagged
    var decided = route.flag("desk-uk", with(naming(account), "market", "FR"));
    route.workOff("desk-de", decided, Route.REVIEW, declineIt());
    route.workOff("head-de", decided, Route.DECIDE_AS_HEAD, declined());
    route.awaitState("desk-de", decided, "DECIDED");
    // when
    var later = flagged(elsewhere(account));
    // then the rest of the desk learns nothing
    assertThat(precedents("head-uk", later)).doesNotContain(decided);
    assertThat(pages.page("head-uk", "/cases/" + later)).doesNotContain(decided, "Names the same");
    assertThat(askedBefore("head-uk", later)).isEmpty();
    assertThat(pages.page("head-uk", "/cases/" + later + "/asked-before")).doesNotContain(decided);
    // and who flagged it nothing of what it holds by now
    var own = precedent("desk-uk", later, decided);
    assertThat(own.path("outcome").asText()).isEqualTo("DECLINED");
    assertThat(items(own)).isEmpty();
    assertThat(own.path("likeness")).isEmpty();
    assertThat(pages.page("desk-uk", "/cases/" + later))
        .contains(decided)
        .doesNotContain("Names the same");
    assertThat(askedBefore("desk-uk", later)).isEmpty();
    // but who sees both
    letCounselKnow(decided, later);
    assertThat(items(precedent("counsel", later, decided))).containsExactly(account);
    assertThat(askedBefore("counsel", later)).hasSize(1);
    // and nobody who stepped out of it since
    route.step("counsel", decided, "recuse", Map.of("reason", "Conflict."));
    assertThat(precedents("counsel", later)).doesNotContain(decided);
    assertThat(askedBefore("counsel", later)).isEmpty();
  }

  @Test
  void shouldKeepWhatAnswersByItemsFromWhoDoesNotLookForPrecedents() {
    var first = flagged(naming(account));
    var later = flagged(elsewhere(account));

    assertThat(as("desk-uk", () -> namingTheSame("known", later))).containsExactly(first);
    assertThat(as("desk-uk", () -> namingTheSame("found", later))).isEmpty();
    assertThat(as("desk-de", () -> namingTheSame("known", later))).isEmpty();
    assertThat(Acting.asService("candor.find-precedents", () -> namingTheSame("found", later)))
        .containsExactly(first);
    assertThatThrownBy(() -> as("desk-uk", () -> namingTheSame("", later)))
        .hasStackTraceContaining("permission denied for function naming_the_same");
  }

  @ParameterizedTest
  @CsvSource({
    "@one, @One, true",
    "@one, one, true",
    "@one, ' @one ', true",
    "https://example.com/@one, example.com/@one/, true",
    "http://www.example.com/one, EXAMPLE.com/one, true",
    "example.com/watch?v=1, example.com/watch?v=2, false",
    "@one, @one.two, false",
    "@www.one, @one, false",
    "Ünal, ünal, true"
  })
  void shouldKnowAnItemHoweverItIsWritten(String one, String other, boolean same) {
    assertThat(
            rows.sql("select item_named(?) = item_named(?)")
                .params(one, other)
                .query(Boolean.class)
                .single())
        .isEqualTo(same);
  }

  private static Map<String, Object> naming(String... items) {
    return of("items", List.of(items));
  }

  /** What has nothing else in common with {@link #naming} but the country concerned. */
  private static Map<String, Object> elsewhere(String... items) {
    return of(
        "items", List.of(items),
        "type", "POLICY_CHANGE",
        "principal", "Others " + UUID.randomUUID(),
        "principalKind", "PARTY",
        "principalCountry", "NR",
        "ask", "Nothing of the kind.");
  }

  private static Map<String, Object> of(Object... fields) {
    return with(ExampleRequests.embassy(), fields);
  }

  private static Map<String, Object> with(Map<String, Object> flag, Object... fields) {
    for (int at = 0; at < fields.length; at += 2) {
      flag.put((String) fields[at], fields[at + 1]);
    }
    return flag;
  }

  private String flagged(Map<String, Object> flag) {
    var reference = route.flag("employee", flag);
    route.offered("desk-uk", reference, Route.REVIEW);
    return reference;
  }

  private String decided(Map<String, Object> flag, String... corrected) {
    var reference = flagged(flag);
    for (var items : corrected) {
      var correction =
          Map.<String, Object>of("field", "items", "value", items, "reason", "Misread.");
      var answer = route.as("desk-uk").post("/api/cases/" + reference + "/corrections", correction);
      assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
    route.review("desk-uk", reference, "DECLINE");
    route.workOff("head-uk", reference, Route.DECIDE_AS_HEAD, declined());
    route.awaitState("desk-uk", reference, "DECIDED");
    return reference;
  }

  private static Map<String, Object> declineIt() {
    return Map.of("recommendation", "DECLINE", "rationale", "Words.");
  }

  private static Map<String, Object> declined() {
    return Map.of("outcome", "DECLINED", "rationale", "Words.");
  }

  private void letCounselKnow(String... references) {
    for (var reference : references) {
      rows.sql("insert into case_group values (?, 'counsel', now()) on conflict do nothing")
          .param(reference)
          .update();
    }
  }

  private JsonNode precedent(String person, String reference, String precedent) {
    return route
        .caseOf(person, reference)
        .at("/handling/precedents")
        .valueStream()
        .filter(found -> found.path("reference").asText().equals(precedent))
        .findFirst()
        .orElseThrow();
  }

  private List<String> precedents(String person, String reference) {
    return route.caseOf(person, reference).at("/handling/precedents").findValuesAsText("reference");
  }

  private List<JsonNode> askedBefore(String person, String reference) {
    var answer = route.as(person).get("/api/cases/" + reference + "/asked-before");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("asked").valueStream().toList();
  }

  private static List<String> items(JsonNode node) {
    return node.path("items").valueStream().map(JsonNode::asText).toList();
  }

  private <T> T as(String person, Supplier<T> work) {
    return Acting.as(people.find(new PersonId(person)).orElseThrow(), work::get);
  }

  /** Straight from the database, as the service's role. */
  private List<String> namingTheSame(String whose, String reference) {
    var function = whose.isEmpty() ? "naming_the_same(?, null)" : whose + "_naming_the_same(?)";
    return new TransactionTemplate(transactions)
        .execute(
            status ->
                service
                    .sql("select reference from " + function)
                    .param(reference)
                    .query(String.class)
                    .list());
  }
}
