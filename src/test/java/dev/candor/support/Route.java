package dev.candor.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.support.CandorApi.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Cases on their way, as people with the HTTP API see and move them. */
public final class Route {

  public static final String REVIEW = "Task_ReviewRegionally";
  public static final String REVIEW_AGAIN = "Task_ReviewAgain";
  public static final String DECIDE_AS_HEAD = "Task_DecideAsDeskHead";
  public static final String DECIDE_AS_COUNSEL = "Task_DecideAsCounsel";
  public static final String REPLY = "Task_ReplyToRequester";
  public static final String CARRY_OUT = "Task_CarryOut";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final URI address;

  public Route(int port) {
    this.address = URI.create("http://localhost:" + port);
  }

  public CandorApi as(String person) {
    return CandorApi.as(person, address);
  }

  /** Flags the request and answers the case's reference. */
  public String flag(String person, Map<String, Object> flag) {
    var answer = as(person).post("/api/flags", flag);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().path("reference").asText();
  }

  /** Waits until this person is offered that task; answers its id. */
  public String offered(String person, String reference, String element) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                tasks(person, "scope=group&reference=" + reference).stream()
                    .filter(task -> task.path("element").asText().equals(element))
                    .map(task -> task.path("id").asText())
                    .findFirst()
                    .orElse(null),
            Objects::nonNull);
  }

  public List<JsonNode> tasks(String person, String query) {
    var answer = as(person).get("/api/tasks?" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("items").valueStream().toList();
  }

  public Answer claim(String person, String task) {
    return as(person).post("/api/tasks/" + task + "/claim");
  }

  /**
   * Whichever precedents other tests have decided: a decision says why it departs from them, where
   * it does not say so itself.
   */
  public Answer complete(String person, String task, Map<String, Object> values) {
    var entered = new HashMap<>(values);
    if (values.containsKey("outcome")
        && as(person).get("/api/tasks/" + task).body().contains("departure")) {
      entered.putIfAbsent("departure", "Others were decided otherwise.");
    }
    return as(person).post("/api/tasks/" + task + "/complete", entered);
  }

  /** A step of the story so far: unless it is taken, the rest of the story means nothing. */
  public void step(String person, String reference, String step, Map<String, ?> words) {
    taken(as(person).post("/api/cases/" + reference + "/" + step, words));
  }

  /** The same for a step that needs no words. */
  public void step(String person, String reference, String step) {
    taken(as(person).post("/api/cases/" + reference + "/" + step));
  }

  private static void taken(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
  }

  /** Waits for the task, claims and completes it. */
  public void workOff(String person, String reference, String element, Map<String, Object> values) {
    var task = offered(person, reference, element);
    var claimed = claim(person, task);
    assertThat(claimed.status()).as(claimed.body()).isEqualTo(200);
    var completed = complete(person, task, values);
    assertThat(completed.status()).as(completed.body()).isEqualTo(200);
  }

  public void review(String person, String reference, String recommendation) {
    workOff(
        person,
        reference,
        REVIEW,
        Map.of("recommendation", recommendation, "rationale", "Seen from the region."));
  }

  public void reply(String person, String reference) {
    workOff(person, reference, REPLY, Map.of("reply", "This is what we say."));
  }

  public void carryOut(String person, String reference) {
    workOff(person, reference, CARRY_OUT, Map.of("note", "The account bears its label."));
  }

  public JsonNode caseOf(String person, String reference) {
    var answer = as(person).get("/api/cases/" + reference);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  public JsonNode awaitState(String person, String reference, String state) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> caseOf(person, reference), found -> found.path("state").asText().equals(state));
  }
}
