package dev.candor.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.access.People;
import dev.candor.access.PersonId;
import dev.candor.cases.CaseMarks;
import dev.candor.cases.CaseReference;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An open desk hears of new work over real HTTP, and hears nothing else. */
@CandorTest
class LiveDeskTests {

  @LocalServerPort int port;
  @Autowired EveryRow jdbc;
  @Autowired People people;
  @Autowired CaseMarks marks;

  private final HttpClient browser = HttpClient.newHttpClient();

  @AfterEach
  void hangUp() {
    browser.shutdownNow();
  }

  @Test
  void shouldTellAnOpenDeskOfNewWorkAndOfNothingElse() {
    // given
    var heard = listen("desk-uk");
    await().until(() -> heard.contains(":listening"));
    heard.clear();
    // when
    var reference = new Route(port).flag("employee", ExampleRequests.embassy());
    // then
    await().until(() -> heard.contains("event:tasks"));
    assertThat(heard)
        .noneMatch(line -> line.contains(reference))
        .isSubsetOf("event:tasks", "data:changed", "", ":", "retry:2000");
  }

  @Test
  void shouldHearAgainAfterTheDatabaseCutTheLine() {
    // given
    var heard = listen("desk-uk");
    await().until(() -> heard.contains(":listening"));
    heard.clear();
    // when
    assertThat(
            jdbc.sql(
                    """
                    select count(pg_terminate_backend(pid)) from pg_stat_activity
                     where datname = current_database() and query ilike 'listen candor_desk%'
                    """)
                .query(Long.class)
                .single())
        .isPositive();
    // then everybody looks again: nobody knows what was missed
    await().until(() -> heard.contains("event:tasks"));
  }

  @Test
  void shouldTellWhoHasACaseOpenThatItChangedAndCloseItToWhoIsTakenOff() {
    // given two who have it open, and its flagger
    var route = new Route(port);
    var reference = route.flag("employee", ExampleRequests.embassy());
    route.offered("desk-uk", reference, Route.REVIEW);
    var desk = open("desk-uk", reference);
    var head = open("head-uk", reference);
    var flagger = open("employee", reference);
    var asItWas = mark("employee", reference);
    // when the one says something
    route.step("desk-uk", reference, "comments", Map.of("text", "Words."));
    // then both hear that it is not as they saw it, and no word
    await().until(() -> of(desk, reference).contains("changed"));
    await().until(() -> of(head, reference).contains("changed"));
    assertThat(head).noneMatch(line -> line.contains("Words"));
    // and when they are taken off, it is theirs no more; to its flagger nothing of this is known
    var takenOff = Map.of("person", "desk-uk", "reason", "A friend.");
    assertThat(route.as("head-uk").post("/api/cases/" + reference + "/recuse", takenOff).status())
        .isEqualTo(201);
    await().until(() -> of(desk, reference).contains("gone"));
    await().until(() -> of(head, reference).size() > 1);
    assertThat(of(head, reference)).doesNotContain("gone");
    assertThat(mark("employee", reference)).isEqualTo(asItWas);
    // until it changes for them, too
    route.step("employee", reference, "withdraw", Map.of());
    await().until(() -> !of(flagger, reference).isEmpty());
    assertThat(of(desk, reference)).endsWith("gone");
  }

  @Test
  void shouldSayAtOnceWhatChangedBeforeAnybodyListened() {
    var route = new Route(port);
    var reference = route.flag("employee", ExampleRequests.embassy());
    // when
    var heard = listen("employee", "?case=" + reference + "~old&case=SR-2026-99999~old&case=x");
    // then
    await().until(() -> of(heard, reference).contains("changed"));
    await().until(() -> of(heard, "SR-2026-99999").contains("gone"));
  }

  /** As its page is shown to them now. */
  private Collection<String> open(String person, String reference) {
    var heard = listen(person, "?case=" + reference + "~" + mark(person, reference));
    await().until(() -> heard.contains(":listening"));
    return heard;
  }

  private String mark(String person, String reference) {
    var who = people.find(new PersonId(person)).orElseThrow();
    return marks.of(who, new CaseReference(reference)).orElseThrow();
  }

  private static List<String> of(Collection<String> heard, String reference) {
    return heard.stream()
        .filter(line -> line.startsWith("data:" + reference))
        .map(line -> line.substring(line.indexOf(' ') + 1))
        .toList();
  }

  private Collection<String> listen(String person) {
    return listen(person, "");
  }

  private Collection<String> listen(String person, String query) {
    var heard = new ConcurrentLinkedQueue<String>();
    var credentials = (person + ":candor").getBytes(StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/tasks/live" + query))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
            .header("Accept", "text/event-stream")
            .build();
    browser
        .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
        .thenAccept(answer -> answer.body().forEach(heard::add));
    return heard;
  }
}
