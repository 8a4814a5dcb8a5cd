package dev.candor.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider.ThrowingRunnable;

/** Messages, signals and decisions. */
final class EventContract {

  private static final String PUBLISH = "POST /messages/publication";
  private static final String CORRELATE = "POST /messages/correlation";
  private static final String SIGNAL = "POST /signals/broadcast";
  private static final String DECIDE = "POST /decision-definitions/evaluation";

  private final CheckedApi api;
  private final Scenario scenario;

  EventContract(CheckedApi api, Scenario scenario) {
    this.api = api;
    this.scenario = scenario;
  }

  void drive() {
    SoftAssertions.assertSoftly(
        faults ->
            Stream.<ThrowingRunnable>of(this::publish, this::correlate, this::signal, this::decide)
                .forEach(faults::check));
  }

  private void publish() {
    api.ok(
        PUBLISH,
        Map.of(
            "name",
            "answer",
            "correlationKey",
            "later",
            "timeToLive",
            60_000,
            "messageId",
            "only-once",
            "variables",
            Map.of("text", "yes")));
    api.refused(
        409,
        PUBLISH,
        Map.of("name", "answer", "correlationKey", "later", "messageId", "only-once"));
    api.refused(400, PUBLISH, Map.of());
    api.refused(400, PUBLISH, Map.of("name", "answer", "tenantId", "another"));
  }

  private void correlate() {
    String instance = scenario.start("waiting", Map.of("id", "case-1"));
    JsonNode correlated = api.ok(CORRELATE, Map.of("name", "answer", "correlationKey", "case-1"));
    assertThat(correlated.get("processInstanceKey").asText()).isEqualTo(instance);
    api.refused(404, CORRELATE, Map.of("name", "answer", "correlationKey", "nobody"));
    api.refused(400, CORRELATE, Map.of("correlationKey", "case-1"));
  }

  private void signal() {
    api.ok(SIGNAL, Map.of("signalName", "fire", "variables", Map.of("where", "here")));
    api.refused(400, SIGNAL, Map.of());
  }

  private void decide() {
    JsonNode byId =
        api.ok(DECIDE, Map.of("decisionDefinitionId", "size", "variables", Map.of("amount", 12)));
    assertThat(byId.get("output").asText()).isEqualTo("\"large\"");
    JsonNode byKey =
        api.ok(DECIDE, Map.of("decisionDefinitionKey", byId.get("decisionDefinitionKey").asText()));
    String place = byKey.at("/evaluatedDecisions/0/decisionEvaluationInstanceKey").asText();
    api.ok("GET /decision-instances/{decisionEvaluationInstanceKey}", null, place);
    api.refused(
        404, "GET /decision-instances/{decisionEvaluationInstanceKey}", null, Scenario.NOBODY);
    api.refused(404, DECIDE, Map.of("decisionDefinitionId", "nobody-has-it"));
    api.refused(400, DECIDE, Map.of());
    api.refused(400, DECIDE, Map.of("decisionDefinitionId", "size", "decisionDefinitionKey", "1"));
  }
}
