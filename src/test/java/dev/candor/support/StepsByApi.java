package dev.candor.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * What people do to carry a case, by calls of the API to a service in a process of its own.
 *
 * @param address of that service
 */
public record StepsByApi(URI address) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Flags the founding incident as {@code employee}; answers its reference. */
  public String flagged() {
    var answer = flag();
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().path("reference").asText();
  }

  /** The same, whatever comes of it. */
  public CandorApi.Answer flag() {
    return CandorApi.as("employee", address).post("/api/flags", ExampleRequests.foundingIncident());
  }

  /** Waits until a task at this element is offered to them; answers its id. */
  public String offered(String person, String reference, String element) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                CandorApi.as(person, address)
                    .get("/api/tasks?scope=group&reference=" + reference)
                    .json()
                    .path("items")
                    .valueStream()
                    .filter(task -> task.path("element").asText().equals(element))
                    .filter(task -> task.path("state").asText().equals("CREATED"))
                    .map(task -> task.path("id").asText())
                    .findFirst()
                    .orElse(null),
            id -> id != null);
  }

  /** Claims the task, whatever comes of it. */
  public CandorApi.Answer claim(String person, String task) {
    return CandorApi.as(person, address).post("/api/tasks/" + task + "/claim");
  }

  /** Claims the task and completes it with what is entered. */
  public void answer(String person, String task, Map<String, Object> entered) {
    var claimed = await().atMost(PATIENCE).until(() -> claim(person, task), StepsByApi::isNotBusy);
    assertThat(claimed.status()).as(claimed.body()).isEqualTo(200);
    var completed = CandorApi.as(person, address).post("/api/tasks/" + task + "/complete", entered);
    assertThat(completed.status()).as(completed.body()).isEqualTo(200);
  }

  /** Waits until the case is in this state; answers it as {@code counsel} sees it. */
  public JsonNode inState(String reference, String state) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> CandorApi.as("counsel", address).get("/api/cases/" + reference).json(),
            file -> file.path("state").asText().equals(state));
  }

  /** The engine is at work on the task until a job that was interrupted came again. */
  private static boolean isNotBusy(CandorApi.Answer answer) {
    return answer.status() != 503 || !answer.headers().containsKey("retry-after");
  }
}
