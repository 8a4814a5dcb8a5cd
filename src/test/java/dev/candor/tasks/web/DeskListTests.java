package dev.candor.tasks.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.HttpCall;
import dev.candor.support.Route;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.UriUtils;

/** Lists of tasks: whose, which, in which order, how many, and kept under a name. */
@CandorTest
class DeskListTests {

  private final MockMvcTester browser;
  private final EveryRow rows;

  @LocalServerPort int port;

  private Route route;
  private String principal;
  private String reference;
  private String review;

  @Autowired
  DeskListTests(WebApplicationContext service, EveryRow rows) {
    this.browser = MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build());
    this.rows = rows;
  }

  @BeforeEach
  void flag() {
    route = new Route(port);
    principal = "Embassy " + UUID.randomUUID();
    reference = route.flag("employee", embassy());
    review = route.offered("desk-uk", reference, Route.REVIEW);
  }

  @Test
  void shouldListAllThatSomebodyMaySeeAndNotOnlyWhatTheyMayTake() {
    // given a case that went on from the desk to counsel
    route.review("desk-uk", reference, "ESCALATE");
    route.offered("counsel", reference, Route.DECIDE_AS_COUNSEL);
    // then the desk, which knows the case, sees where it is
    assertThat(found("desk-uk", "scope=all")).containsExactly(Route.DECIDE_AS_COUNSEL);
    assertThat(found("desk-uk", "scope=group")).isEmpty();
    // and nobody else does
    assertThat(found("desk-de", "scope=all")).isEmpty();
    assertThat(found("employee", "scope=all")).isEmpty();
  }

  @Test
  void shouldNarrowAListDown() {
    assertThat(found("desk-uk", "scope=all&type=VERIFY_OR_LABEL&severity=LOW&desk=UK-IE-NL-IL"))
        .hasSize(1);
    assertThat(found("desk-uk", "scope=all&type=OTHER")).isEmpty();
    assertThat(found("desk-uk", "scope=all&severity=CRITICAL")).isEmpty();
    assertThat(found("desk-uk", "scope=all&desk=INTERNATIONAL")).isEmpty();
    assertThat(found("desk-uk", "scope=all&due=2000-01-01")).isEmpty();
  }

  @Test
  void shouldFindByWordsOfTheTaskOrOfItsCase() {
    assertThat(found("desk-uk", "scope=all&q=" + encoded(principal))).hasSize(1);
    assertThat(found("desk-uk", "scope=all&q=review%20REQ")).hasSize(1);
    assertThat(found("desk-uk", "scope=all&q=" + reference.toLowerCase())).hasSize(1);
    assertThat(found("desk-uk", "scope=all&q=100%25_")).isEmpty();
    assertThat(found("desk-de", "scope=all&q=" + encoded(principal))).isEmpty();
  }

  @Test
  void shouldOrderByDueDateGravityAndAge() {
    // given a graver one that is younger and due later
    var grave = route.flag("employee", embassy());
    route.offered("desk-uk", grave, Route.REVIEW);
    rows.sql("update cases set severity = 'HIGH' where reference = ?").param(grave).update();
    rows.sql("update task set due_at = due_at + interval '1 day' where reference = ?")
        .param(grave)
        .update();
    // then
    assertThat(inOrder("due")).containsExactly(reference, grave);
    assertThat(inOrder("age")).containsExactly(reference, grave);
    assertThat(inOrder("severity")).containsExactly(grave, reference);
  }

  @Test
  void shouldOrderByDeskAndByTypeAndThenByDueDate() {
    // given three of one principal, of two desks and two types, the last one due before the others
    var elsewhere = route.flag("employee", embassy("market", "DE"));
    var other = route.flag("employee", embassy("type", "CREATE_OR_PROMOTE"));
    route.offered("desk-de", elsewhere, Route.REVIEW);
    route.offered("desk-uk", other, Route.REVIEW);
    dueOn("2026-06-03", elsewhere);
    dueOn("2026-06-02", reference);
    dueOn("2026-06-01", other);
    knownTo("counsel", reference, elsewhere, other);
    // then desks and types follow each other, each with what is due first
    assertThat(inOrder("counsel", "desk")).containsExactly(elsewhere, other, reference);
    assertThat(inOrder("counsel", "type")).containsExactly(other, reference, elsewhere);
    // and the page has the same order, the desk in each row, and is kept under a name
    var list = "scope=all&order=desk&q=" + encoded(principal);
    var page = page("counsel", "/desk?" + list);
    assertThat(page)
        .containsSubsequence(
            "Verify or label · DE-AT-CH", elsewhere, "Create or promote · UK-IE-NL-IL", other)
        .contains("<option value=\"desk\" selected=\"selected\">By desk</option>");
    save("counsel", "By desk " + reference, list, false);
    assertThat(browser.get().uri(link("By desk " + reference)).with(user("counsel")))
        .redirectedUrl()
        .isEqualTo("/desk?" + list);
  }

  @Test
  void shouldOfferNoDesksToWhoWorksForOne() {
    assertThat(page("desk-uk", "/desk?scope=all"))
        .contains("<option value=\"type\">By type</option>")
        .doesNotContain("id=\"task-desk\"", "<option value=\"desk\"", "Verify or label ·");
    assertThat(page("counsel", "/desk?scope=all"))
        .contains("id=\"task-desk\"", "<option value=\"desk\"");
  }

  @Test
  void shouldDescribeTheOrdersOfAList() {
    var api = route.as("desk-uk").get("/v3/api-docs").json();
    var order =
        stream(api.at("/paths/~1api~1tasks/get/parameters"))
            .filter(one -> one.path("name").asText().equals("order"))
            .flatMap(one -> stream(one.at("/schema/enum")))
            .map(JsonNode::asText);
    assertThat(order).containsExactly("due", "severity", "age", "desk", "type");
  }

  @Test
  void shouldCountEachListAsItIsNarrowedDown() {
    // given
    route.claim("desk-uk", review);
    var list = "?scope=mine&q=" + reference;
    // then
    assertThat(counts("desk-uk", list)).containsExactly("1", "1", "1");
    assertThat(counts("head-uk", list)).containsExactly("0", "1", "1");
    assertThat(counts("desk-de", list)).containsExactly("0", "0", "0");
    assertThat(page("desk-uk", "/desk" + list))
        .contains("/desk/" + review + "?scope=mine&amp;q=" + reference, "since <time");
  }

  @Test
  void shouldComeBackToTheSameListAfterWhatIsDone() {
    var answer =
        browser
            .post()
            .uri("/desk/" + review + "/claim?scope=all&severity=low")
            .with(user("desk-uk"))
            .with(csrf())
            .exchange();
    assertThat(answer).redirectedUrl().isEqualTo("/desk/" + review + "?scope=all&severity=low");
  }

  @Test
  void shouldShareAFilterByItsLinkAndNobodysTasks() {
    // given a filter that is shared, and one that is not
    save("desk-uk", "Shared " + reference, "scope=all&q=" + reference, true);
    save("desk-uk", "Own " + reference, "scope=all&q=" + reference, false);
    var shared = link("Shared " + reference);
    var own = link("Own " + reference);
    // then its owner finds both on the desk
    assertThat(page("desk-uk", "/desk")).contains(shared, own);
    assertThat(page("head-uk", "/desk")).doesNotContain(shared, own);
    // and a colleague who was given the link opens one of them
    assertThat(browser.get().uri(shared).with(user("desk-de")))
        .redirectedUrl()
        .isEqualTo("/desk?scope=all&q=" + reference);
    assertThat(browser.get().uri(own).with(user("desk-de"))).hasStatus(404);
    // and sees what is theirs
    assertThat(page("desk-de", "/desk?scope=all&q=" + reference)).contains("No task fits");
    assertThat(page("head-uk", "/desk?scope=all&q=" + reference)).contains("Review request");
  }

  @Test
  void shouldKeepShareAndDeleteAFilterOverHttp() {
    // given one of its own
    var filter = Map.of("name", "Http " + reference, "query", "scope=all&x=1&q=" + reference);
    var kept = route.as("desk-uk").post("/api/filters", filter);
    assertThat(kept.status()).isEqualTo(201);
    assertThat(kept.json().path("query").asText()).isEqualTo("scope=all&q=" + reference);
    var address = "/api/filters/" + kept.json().path("id").asText();
    assertThat(route.as("desk-de").get(address).status()).isEqualTo(404);
    // when it is shared
    var shared = new HashMap<String, Object>(filter);
    shared.put("shared", true);
    assertThat(route.as("desk-uk").post("/api/filters", shared).status()).isEqualTo(201);
    // then a colleague opens it, and does not find it among theirs
    assertThat(route.as("desk-de").get(address).json())
        .isEqualTo(route.as("desk-uk").get(address).json());
    assertThat(route.as("desk-uk").get("/api/filters").body()).contains("Http " + reference);
    assertThat(route.as("desk-de").get("/api/filters").body()).doesNotContain(reference);
    // and nobody but its owner deletes it
    HttpCall.to(port, address).as("desk-de").method("DELETE");
    assertThat(route.as("desk-uk").get(address).status()).isEqualTo(200);
    assertThat(HttpCall.to(port, address).as("desk-uk").method("DELETE").statusCode())
        .isEqualTo(204);
    assertThat(route.as("desk-uk").get(address).status()).isEqualTo(404);
    assertThat(route.as("desk-uk").post("/api/filters", Map.of("query", "scope=all")).status())
        .isEqualTo(400);
  }

  @Test
  void shouldKeepOneFilterOfAName() {
    var name = "Again " + reference;
    save("desk-uk", name, "scope=mine", true);
    save("desk-uk", name, "scope=all&unknown=1&type=other", false);
    assertThat(
            rows.sql("select query from saved_filter where name = ?")
                .param(name)
                .query()
                .singleValue())
        .isEqualTo("scope=all&type=other");
    // and nobody deletes it but who keeps it
    delete("desk-de", link(name));
    assertThat(page("desk-uk", "/desk")).contains(name);
    delete("desk-uk", link(name));
    assertThat(page("desk-uk", "/desk")).doesNotContain(name);
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private List<String> found(String person, String query) {
    return route.tasks(person, query + "&reference=" + reference).stream()
        .map(task -> task.path("element").asText())
        .toList();
  }

  private Map<String, Object> embassy() {
    var flag = new HashMap<>(ExampleRequests.embassy());
    flag.put("principal", principal);
    return flag;
  }

  private Map<String, Object> embassy(String fact, String value) {
    var flag = embassy();
    flag.put(fact, value);
    return flag;
  }

  /** As if they had come to this group. */
  private void knownTo(String group, String... references) {
    for (var one : references) {
      rows.sql("insert into case_group values (?, ?, now())").params(one, group).update();
    }
  }

  private void dueOn(String day, String reference) {
    rows.sql("update task set due_at = ?::date where reference = ?")
        .params(day, reference)
        .update();
  }

  private List<String> inOrder(String order) {
    return inOrder("desk-uk", order);
  }

  private List<String> inOrder(String person, String order) {
    var query = "scope=all&q=" + encoded(principal) + "&order=" + order;
    return route.tasks(person, query).stream()
        .map(task -> task.path("reference").asText())
        .toList();
  }

  private List<String> counts(String person, String list) {
    return Pattern.compile("class=\"count\">(\\d+)</span></a>")
        .matcher(page(person, "/desk" + list))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private String page(String person, String path) {
    var answer = browser.get().uri(URI.create(path)).with(user(person)).exchange();
    assertThat(answer).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private void save(String person, String name, String query, boolean shared) {
    var form = Map.of("name", name, "query", query, "shared", Boolean.toString(shared));
    var call = browser.post().uri("/desk/filters").with(user(person)).with(csrf());
    form.forEach(call::param);
    assertThat(call).hasStatus3xxRedirection();
  }

  private void delete(String person, String link) {
    assertThat(browser.post().uri(link + "/delete").with(user(person)).with(csrf()))
        .hasStatus3xxRedirection();
  }

  private String link(String name) {
    return "/desk/filters/"
        + rows.sql("select id from saved_filter where name = ?").param(name).query().singleValue();
  }

  private static String encoded(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }
}
