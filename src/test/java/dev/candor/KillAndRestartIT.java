package dev.candor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.support.CandorApi;
import dev.candor.support.ExampleRequests;
import dev.candor.support.OwnersDatabase;
import dev.candor.support.RunningCandor;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A power cut between the review and the decision, while the worker that puts counsel's task on the
 * desk is at work: nothing that anybody was told is done may be gone, and the job in hand is done.
 */
class KillAndRestartIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path dataDirectory;

  @Test
  void shouldGoOnAfterAKillBetweenReviewAndDecision() {
    // given a case that its desk has reviewed
    String reference;
    try (var candor = RunningCandor.start(dataDirectory)) {
      reference = flagTheFoundingIncident(candor.address());
      var review = openTask(candor.address(), "desk-uk", reference, "Task_ReviewRegionally");
      try (var database = OwnersDatabase.of(dataDirectory, candor.output())) {
        database.hold("mail_outbox");
        complete(
            candor.address(),
            "desk-uk",
            review,
            Map.of("recommendation", "ESCALATE", "rationale", "It is for counsel to say."));
        openTask(candor.address(), "counsel", reference, "Task_DecideAsCounsel");

        // when the process is killed that cannot tell counsel of the task
        candor.kill();
      }
    }

    // then the restarted service still has counsel's task, and its completion ends the case
    try (var candor = RunningCandor.start(dataDirectory)) {
      var decision = openTask(candor.address(), "counsel", reference, "Task_DecideAsCounsel");
      complete(
          candor.address(),
          "counsel",
          decision,
          Map.of(
              "outcome",
              "DECLINED_WITH_ALTERNATIVE",
              "grounds",
              List.of("COORDINATED_INAUTHENTIC_BEHAVIOUR"),
              "rationale",
              "An open, labelled account is the way."));
      var reply = openTask(candor.address(), "desk-uk", reference, "Task_ReplyToRequester");
      complete(candor.address(), "desk-uk", reply, Map.of("reply", "You may open one."));
      var ended =
          await()
              .atMost(PATIENCE)
              .until(
                  () -> caseOf(candor.address(), reference),
                  file -> file.path("state").asText().equals("CLOSED"));
      assertThat(ended.path("decision").path("outcome").asText())
          .isEqualTo("DECLINED_WITH_ALTERNATIVE");
      assertThat(ended.path("decision").path("by").asText()).isEqualTo("counsel");
      assertThat(ended.path("recommendations")).hasSize(1);
    }
  }

  private static String flagTheFoundingIncident(URI address) {
    var flagged =
        CandorApi.as("employee", address).post("/api/flags", ExampleRequests.foundingIncident());
    assertThat(flagged.status()).as(flagged.body()).isEqualTo(201);
    return flagged.json().path("reference").asText();
  }

  private static JsonNode openTask(URI address, String person, String reference, String element) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> {
              var items =
                  CandorApi.as(person, address)
                      .get("/api/tasks?scope=group&reference=" + reference)
                      .json()
                      .path("items");
              for (var task : items) {
                if (task.path("element").asText().equals(element)
                    && task.path("state").asText().equals("CREATED")) {
                  return task;
                }
              }
              return null;
            },
            task -> task != null);
  }

  private static void complete(
      URI address, String person, JsonNode task, Map<String, Object> values) {
    var api = CandorApi.as(person, address);
    var path = "/api/tasks/" + task.path("id").asText();
    var claimed =
        await()
            .atMost(PATIENCE)
            .until(() -> api.post(path + "/claim"), answer -> !isTooEarly(answer));
    assertThat(claimed.status()).as(claimed.body()).isBetween(200, 204);
    var completed = api.post(path + "/complete", values);
    assertThat(completed.status()).as(completed.body()).isBetween(200, 204);
  }

  /** The engine is at work on the task until the job that a kill interrupted came again. */
  private static boolean isTooEarly(CandorApi.Answer answer) {
    return answer.status() == 503 && answer.headers().containsKey("retry-after");
  }

  private static JsonNode caseOf(URI address, String reference) {
    return CandorApi.as("counsel", address).get("/api/cases/" + reference).json();
  }
}
