package dev.candor.process.internal;

import static com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.process.DecisionTables;
import dev.candor.process.EngineUnavailable;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.EvaluateDecisionResponse;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Has the engine evaluate them, so that the answer is the one a diagram would get. */
@Component
class CamundaDecisionTables implements DecisionTables {

  private final CamundaClient camunda;
  private final ObjectMapper json;

  CamundaDecisionTables(CamundaClient camunda, ObjectMapper json) {
    this.camunda = camunda;
    this.json = json;
  }

  @Override
  public <T> T ask(String decision, Map<String, ?> facts, Class<T> type) {
    var output = evaluate(decision, facts).getDecisionOutput();
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

  private EvaluateDecisionResponse evaluate(String decision, Map<String, ?> facts) {
    try {
      return camunda
          .newEvaluateDecisionCommand()
          .decisionId(decision)
          .variables(Map.<String, Object>copyOf(facts))
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
}
