package dev.candor.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider.ThrowingRunnable;

/** Deployments, and what can be read of them. */
final class DefinitionContract {

  private final CheckedApi api;
  private final Scenario scenario;
  private final JsonNode deployment;

  DefinitionContract(CheckedApi api, Scenario scenario, JsonNode deployment) {
    this.api = api;
    this.scenario = scenario;
    this.deployment = deployment;
  }

  void drive() {
    SoftAssertions.assertSoftly(
        faults ->
            Stream.<ThrowingRunnable>of(
                    this::deploy,
                    this::readProcesses,
                    this::readDecisions,
                    this::readAndDeleteResources)
                .forEach(faults::check));
  }

  private void deploy() {
    String type = "multipart/form-data; boundary=part";
    api.refusedAs(type, 400, "POST /deployments", Scenario.multipart(Map.of()));
    api.refusedAs(
        type, 400, "POST /deployments", Scenario.multipart(Map.of("bad.bpmn", "<definitions/>")));
  }

  private void readProcesses() {
    String key = key("processDefinition", "processDefinitionKey", "judging");
    assertThat(
            api.ok("GET /process-definitions/{processDefinitionKey}", null, key)
                .get("hasStartForm")
                .asBoolean())
        .isTrue();
    assertThat(api.text("GET /process-definitions/{processDefinitionKey}/xml", key))
        .isEqualTo(Diagrams.FILES.get("judging.bpmn"));
    assertThat(
            api.ok("GET /process-definitions/{processDefinitionKey}/form", null, key)
                .at("/schema/components/0/key")
                .asText())
        .isEqualTo("verdict");
    String formless = key("processDefinition", "processDefinitionKey", "working");
    assertThat(api.ok("GET /process-definitions/{processDefinitionKey}/form", null, formless))
        .isEmpty();

    scenario.start("judging", Map.of());
    String counts = "POST /process-definitions/{processDefinitionKey}/statistics/element-instances";
    assertThat(api.ok(counts, Map.of(), key).get("items"))
        .anySatisfy(
            count -> {
              assertThat(count.get("elementId").asText()).isEqualTo("judge");
              assertThat(count.get("active").asInt()).isPositive();
            });
    assertThat(api.ok(counts, Map.of("filter", Map.of("state", "TERMINATED")), formless))
        .isNotEmpty();
    api.refused(400, counts, Map.of("filter", Map.of("processDefinitionId", "judging")), key);

    for (String what : new String[] {"", "/xml", "/form"}) {
      String get = "GET /process-definitions/{processDefinitionKey}" + what;
      api.refused(404, get, null, Scenario.NOBODY);
      api.refused(400, get, null, "judging");
    }
  }

  private void readDecisions() {
    String key = key("decisionDefinition", "decisionDefinitionKey", "size");
    api.ok("GET /decision-definitions/{decisionDefinitionKey}", null, key);
    assertThat(api.text("GET /decision-definitions/{decisionDefinitionKey}/xml", key))
        .isEqualTo(Diagrams.FILES.get("size.dmn"));
    String file = key("decisionRequirements", "decisionRequirementsKey", "sizes");
    api.ok("GET /decision-requirements/{decisionRequirementsKey}", null, file);
    assertThat(api.text("GET /decision-requirements/{decisionRequirementsKey}/xml", file))
        .isEqualTo(Diagrams.FILES.get("size.dmn"));
    for (String what : new String[] {"", "/xml"}) {
      api.refused(
          404, "GET /decision-definitions/{decisionDefinitionKey}" + what, null, Scenario.NOBODY);
      api.refused(
          404,
          "GET /decision-requirements/{decisionRequirementsKey}" + what,
          null,
          Scenario.NOBODY);
    }
  }

  private void readAndDeleteResources() {
    String robot = key("resource", "resourceKey", "robot");
    assertThat(api.ok("GET /resources/{resourceKey}", null, robot).get("resourceName").asText())
        .isEqualTo("robot.rpa");
    assertThat(api.ok("GET /resources/{resourceKey}/content", null, robot).asText())
        .isEqualTo(Diagrams.ROBOT);
    JsonNode again = scenario.deploy(Map.of("gone.bpmn", Diagrams.text(Diagrams.judging("gone"))));
    String gone = again.at("/deployments/0/processDefinition/processDefinitionKey").asText();
    api.ok("POST /resources/{resourceKey}/deletion", Map.of("operationReference", 7), gone);
    api.refused(404, "POST /resources/{resourceKey}/deletion", null, gone);
    api.refused(400, "POST /resources/{resourceKey}/deletion", Map.of("colour", 7), gone);
    api.refused(404, "GET /resources/{resourceKey}", null, Scenario.NOBODY);
    api.refused(404, "GET /resources/{resourceKey}/content", null, Scenario.NOBODY);
  }

  private String key(String kind, String key, String id) {
    for (JsonNode one : deployment.get("deployments")) {
      JsonNode found = one.path(kind);
      if (found.properties().stream()
          .anyMatch(property -> property.getValue().asText().equals(id))) {
        return found.get(key).asText();
      }
    }
    throw new AssertionError("no " + kind + " " + id + " in " + deployment);
  }
}
