package dev.candor.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.support.CandorApi.Answer;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is entered and not sent is kept for who entered it, and for nobody else. */
@CandorTest
class DraftTests {

  private static final String WORDS = "Half a thought";

  @LocalServerPort int port;
  @Autowired EveryRow jdbc;

  private Route route;
  private String reference;
  private String review;

  @BeforeEach
  void claim() {
    route = new Route(port);
    reference = route.flag("employee", ExampleRequests.embassy());
    review = route.offered("desk-uk", reference, Route.REVIEW);
    route.claim("desk-uk", review);
  }

  @Test
  void shouldGiveBackWhatWasSaved() {
    assertThat(task("desk-uk").path("draft").isNull()).isTrue();
    // when
    var saved = save("desk-uk", 0, Map.of("rationale", WORDS));
    // then
    assertThat(saved.status()).as(saved.body()).isEqualTo(200);
    assertThat(task("desk-uk").path("data").path("rationale").asText()).isEqualTo(WORDS);
    assertThat(task("desk-uk").path("draft").path("version").asInt()).isEqualTo(1);
    assertThat(task("desk-uk").path("draft").path("savedAt"))
        .isEqualTo(saved.json().path("savedAt"));
    // but to nobody else
    assertThat(route.as("head-uk").get("/api/tasks/" + review).body()).doesNotContain(WORDS);
  }

  @Test
  void shouldTellTheSecondOfTwoWindowsAndKeepTheFirst() {
    // given two that began from the same
    save("desk-uk", 0, Map.of("rationale", WORDS));
    save("desk-uk", 1, Map.of("rationale", "From the first"));
    // when
    var second = save("desk-uk", 1, Map.of("rationale", "From the second"));
    // then
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.json().path("draft").path("version").asInt()).isEqualTo(2);
    assertThat(task("desk-uk").path("data").path("rationale").asText()).isEqualTo("From the first");
    // and it may replace it when it says so
    assertThat(save("desk-uk", 2, Map.of("rationale", "From the second")).status()).isEqualTo(200);
    // as one without any draft is told too
    assertThat(save("desk-uk", 0, Map.of("rationale", "New")).status()).isEqualTo(409);
  }

  @Test
  void shouldSaveForWhoHoldsTheTaskOnlyAndOnlyWhatItsFormAsksFor() {
    assertThat(save("head-uk", 0, Map.of("rationale", WORDS)).status()).isEqualTo(409);
    assertThat(save("desk-de", 0, Map.of("rationale", WORDS)).status()).isEqualTo(404);
    assertThat(save("desk-uk", 0, Map.of("more", WORDS)).status()).isEqualTo(400);
    assertThat(save("desk-uk", 0, Map.of("rationale", "x".repeat(200_001))).status())
        .isEqualTo(400);
    assertThat(drafts()).isZero();
  }

  @Test
  void shouldForgetItWhenTheTaskIsCompleted() {
    save("desk-uk", 0, Map.of("rationale", WORDS));

    route.complete("desk-uk", review, Map.of("recommendation", "DECLINE", "rationale", "Words."));

    assertThat(drafts()).isZero();
  }

  @Test
  void shouldForgetItWhenTheCaseGoesOnWithoutTheTask() {
    save("desk-uk", 0, Map.of("rationale", WORDS));

    route.step("employee", reference, "withdraw");

    await().until(() -> drafts() == 0);
  }

  @Test
  void shouldForgetItWhenThePersonStepsOut() {
    save("desk-uk", 0, Map.of("rationale", WORDS));

    route.step("desk-uk", reference, "recuse", Map.of("reason", "An old friend asks."));

    await().until(() -> drafts() == 0);
  }

  private JsonNode task(String person) {
    return route.as(person).get("/api/tasks/" + review).json();
  }

  private Answer save(String person, int version, Map<String, Object> values) {
    return route
        .as(person)
        .put("/api/tasks/" + review + "/draft", Map.of("version", version, "values", values));
  }

  private long drafts() {
    return jdbc.sql("select count(*) from task_draft where user_task_key = ?")
        .param(Long.parseLong(review))
        .query(Long.class)
        .single();
  }
}
