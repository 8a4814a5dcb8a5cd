package dev.candor.process.internal;

import static com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.candor.process.DecisionTables;
import dev.candor.process.EngineUnavailable;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.EvaluateDecisionResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Has the engine evaluate them, so that the answer is the one a diagram would get. The same
 * question is asked once within two seconds: under load each task asks for the same rows, and the
 * engine keeps a record of each evaluation. A deployment by this service is seen at once, one from
 * elsewhere after that time.
 */
@Component
class CamundaDecisionTables implements DecisionTables {

  private static final Duration FRESH = Duration.ofSeconds(2);

  private final CamundaClient camunda;
  private final ObjectMapper json;
  private final Cache<Question, String> answers =
      Caffeine.newBuilder().expireAfterWrite(FRESH).build();
  private final AtomicInteger deployments = new AtomicInteger();

  CamundaDecisionTables(CamundaClient camunda, ObjectMapper json) {
    this.camunda = camunda;
    this.json = json;
  }

  @Override
  public <T> T ask(String decision, Map<String, ?> facts, Class<T> type) {
    var output = answer(decision, Map.copyOf(facts));
    try {
      T value = json.readerFor(type).without(FAIL_ON_UNKNOWN_PROPERTIES).readValue(output);
      if (value == null) {
        throw new NoAnswer(decision);
      }
      return value;
    } catch (JsonProcessingException | IllegalArgumentException otherwise) {
      throw new NoAnswer(decision);
    }
  }

  /** There may be other tables from now on. */
  void forget() {
    deployments.incrementAndGet();
    answers.invalidateAll();
  }

  private String answer(String decision, Map<String, Object> facts) {
    var question = new Question(deployments.get(), decision, facts);
    var known = answers.getIfPresent(question);
    if (known != null) {
      return known;
    }
    var output = evaluate(decision, facts).getDecisionOutput();
    answers.put(question, output);
    return output;
  }

  private EvaluateDecisionResponse evaluate(String decision, Map<String, Object> facts) {
    try {
      return camunda
          .newEvaluateDecisionCommand()
          .decisionId(decision)
          .variables(facts)
          .send()
          .join();
    } catch (RuntimeException e) {
      var failure = EngineFailure.of(e);
      throw switch (failure.kind()) {
        case UNREACHABLE, IN_TRANSITION -> new EngineUnavailable(failure);
        case UNKNOWN, REFUSED, REPEATED, INVALID -> new NoAnswer(decision);
      };
    }
  }

  /**
   * @param deployments how many this service had made when it was asked
   */
  private record Question(int deployments, String decision, Map<String, Object> facts) {}
}
