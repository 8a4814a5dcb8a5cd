package dev.candor.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

  private Collection<String> listen(String person) {
    var heard = new ConcurrentLinkedQueue<String>();
    var credentials = (person + ":candor").getBytes(StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/tasks/live"))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
            .header("Accept", "text/event-stream")
            .build();
    browser
        .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
        .thenAccept(answer -> answer.body().forEach(heard::add));
    return heard;
  }
}
