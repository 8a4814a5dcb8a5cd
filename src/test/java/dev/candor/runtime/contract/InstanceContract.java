package dev.candor.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider.ThrowingRunnable;

/** Process instances: started, looked at, changed and ended; and what happens inside. */
final class InstanceContract {

  private static final String CREATE = "POST /process-instances";
  private static final String MODIFY = "POST /process-instances/{processInstanceKey}/modification";
  private static final String MIGRATE = "POST /process-instances/{processInstanceKey}/migration";
  private static final String CANCEL = "POST /process-instances/{processInstanceKey}/cancellation";

  private final CheckedApi api;
  private final Scenario scenario;

  InstanceContract(CheckedApi api, Scenario scenario) {
    this.api = api;
    this.scenario = scenario;
  }

  /** For searches to have something to tell apart. */
  void fill() {
    scenario.start("calling", Map.of("amount", 7));
    scenario.job("work");
    scenario.incident(scenario.start("working", Map.of("amount", 8)));
    scenario.start("deciding", Map.of("amount", 12));
    for (String id : List.of("first", "second")) {
      scenario.start("waiting", Map.of("id", id));
      api.ok("POST /messages/publication", Map.of("name", "answer", "correlationKey", id));
    }
    scenario.start("deciding", Map.of("amount", "twelve"));
    api.ok(CREATE, Map.of("processDefinitionId", "judging", "tags", List.of("red:1", "blue")));
    api.ok(CANCEL, null, scenario.start("judging", Map.of()));
  }

  void drive() {
    SoftAssertions.assertSoftly(
        faults ->
            Stream.<ThrowingRunnable>of(
                    this::create,
                    this::createAndAwait,
                    this::look,
                    this::modify,
                    this::migrate,
                    this::cancel,
                    this::setVariables,
                    this::resolveIncidents,
                    this::chooseFreely)
                .forEach(faults::check));
  }

  private void create() {
    JsonNode made =
        api.ok(
            CREATE,
            Map.of(
                "processDefinitionId",
                "judging",
                "processDefinitionVersion",
                1,
                "startInstructions",
                List.of(Map.of("elementId", "judge")),
                "operationReference",
                7,
                "tags",
                List.of("a"),
                "tenantId",
                "<default>"));
    assertThat(made.at("/tags/0").asText()).isEqualTo("a");
    api.ok(
        CREATE,
        Map.of(
            "processDefinitionKey",
            made.get("processDefinitionKey").asText(),
            "runtimeInstructions",
            List.of(Map.of("type", "TERMINATE_PROCESS_INSTANCE", "afterElementId", "start"))));

    api.refused(404, CREATE, Map.of("processDefinitionId", "nobody-has-it"));
    api.refused(400, CREATE, Map.of("variables", Map.of()));
    api.refused(400, CREATE, Map.of("processDefinitionId", "judging", "processDefinitionKey", "1"));
    api.refused(400, CREATE, Map.of("processDefinitionKey", "judging"));
    api.refused(400, CREATE, Map.of("processDefinitionId", "judging", "tenantId", "another"));
    api.refused(400, CREATE, Map.of("processDefinitionId", "judging", "operationReference", 0));
    api.refused(400, CREATE, Map.of("processDefinitionId", "judging", "tags", List.of("1st")));
    api.refused(
        400,
        CREATE,
        Map.of("processDefinitionId", "judging", "runtimeInstructions", List.of(Map.of())));
  }

  private void createAndAwait() {
    JsonNode result =
        api.ok(
            CREATE,
            Map.of(
                "processDefinitionId",
                "deciding",
                "variables",
                Map.of("amount", 12),
                "awaitCompletion",
                true,
                "fetchVariables",
                List.of("size")));
    assertThat(result.get("variables").toString()).isEqualTo("{\"size\":\"large\"}");
    api.refused(
        504,
        CREATE,
        Map.of("processDefinitionId", "judging", "awaitCompletion", true, "requestTimeout", 100));
  }

  private void look() {
    String caller = scenario.start("calling", Map.of());
    String called =
        scenario.only(
            "POST /process-instances/search",
            "processInstanceKey",
            Map.of("parentProcessInstanceKey", caller));
    api.ok("GET /process-instances/{processInstanceKey}", null, called);
    assertThat(
            api.ok("GET /process-instances/{processInstanceKey}/sequence-flows", null, called)
                .get("items"))
        .hasSize(1);
    assertThat(api.ok("GET /process-instances/{processInstanceKey}/call-hierarchy", null, called))
        .extracting(entry -> entry.get("processInstanceKey").asText())
        .containsExactly(caller, called);
    assertThat(
            api.ok(
                    "GET /process-instances/{processInstanceKey}/statistics/element-instances",
                    null,
                    called)
                .get("items"))
        .extracting(
            count -> count.get("elementId").asText(),
            count -> count.get("active").asInt(),
            count -> count.get("completed").asInt())
        .containsExactly(tuple("start", 0, 1), tuple("work", 1, 0));
    api.ok("GET /element-instances/{elementInstanceKey}", null, scenario.element(called, "work"));
    scenario.job("work");
    for (String what : new String[] {"", "/call-hierarchy"}) {
      api.refused(404, "GET /process-instances/{processInstanceKey}" + what, null, Scenario.NOBODY);
    }
    api.refused(404, "GET /element-instances/{elementInstanceKey}", null, Scenario.NOBODY);
    api.refused(400, "GET /process-instances/{processInstanceKey}", null, "working");
  }

  private void modify() {
    String instance = scenario.start("judging", Map.of());
    api.ok(
        MODIFY,
        Map.of(
            "operationReference",
            7,
            "activateInstructions",
            List.of(
                Map.of(
                    "elementId",
                    "judge",
                    "ancestorElementInstanceKey",
                    "-1",
                    "variableInstructions",
                    List.of(
                        Map.of("variables", Map.of("by", "hand"), "scopeId", ""),
                        Map.of("variables", Map.of("only", "here"), "scopeId", "judge")))),
            "terminateInstructions",
            List.of(Map.of("elementInstanceKey", scenario.element(instance, "judge")))),
        instance);
    assertThat(
            api.ok(
                    "POST /variables/search",
                    Map.of("filter", Map.of("processInstanceKey", instance)))
                .get("items"))
        .extracting(variable -> variable.get("name").asText())
        .containsExactlyInAnyOrder("by", "only");
    api.refused(404, MODIFY, Map.of(), Scenario.NOBODY);
    api.refused(
        400,
        MODIFY,
        Map.of("activateInstructions", List.of(Map.of("elementId", "nowhere"))),
        instance);
    api.refused(400, MODIFY, Map.of("activateInstructions", List.of(Map.of())), instance);
    api.refused(
        400,
        MODIFY,
        Map.of("terminateInstructions", List.of(Map.of("elementInstanceKey", "x"))),
        instance);
  }

  private void migrate() {
    String instance = scenario.start("judging", Map.of());
    String target =
        scenario.only(
            "POST /process-definitions/search",
            "processDefinitionKey",
            Map.of("processDefinitionId", "judging-again"));
    Map<String, Object> plan =
        Map.of(
            "targetProcessDefinitionKey",
            target,
            "mappingInstructions",
            List.of(Map.of("sourceElementId", "judge", "targetElementId", "judge")));
    api.ok(MIGRATE, plan, instance);
    assertThat(
            api.ok("GET /process-instances/{processInstanceKey}", null, instance)
                .get("processDefinitionId")
                .asText())
        .isEqualTo("judging-again");
    api.refused(404, MIGRATE, plan, Scenario.NOBODY);
    api.refused(
        409,
        MIGRATE,
        Map.of(
            "targetProcessDefinitionKey",
            target,
            "mappingInstructions",
            List.of(Map.of("sourceElementId", "judge", "targetElementId", "end"))),
        scenario.start("judging", Map.of()));
    api.refused(400, MIGRATE, Map.of("targetProcessDefinitionKey", target), instance);
    api.refused(
        400,
        MIGRATE,
        Map.of("targetProcessDefinitionKey", target, "mappingInstructions", List.of(Map.of())),
        instance);
    api.refused(400, MIGRATE, Map.of("mappingInstructions", List.of()), instance);
  }

  private void cancel() {
    String instance = scenario.start("judging", Map.of());
    api.ok(CANCEL, Map.of("operationReference", 8), instance);
    api.refused(404, CANCEL, null, instance);
    api.refused(400, CANCEL, Map.of("operationReference", 0), instance);
  }

  private void setVariables() {
    String instance = scenario.start("judging", Map.of());
    String set = "PUT /element-instances/{elementInstanceKey}/variables";
    api.ok(set, Map.of("variables", Map.of("set", 1), "local", true), instance);
    String variable =
        scenario.only(
            "POST /variables/search", "variableKey", Map.of("processInstanceKey", instance));
    assertThat(api.ok("GET /variables/{variableKey}", null, variable).get("value").asText())
        .isEqualTo("1");
    api.refused(404, set, Map.of("variables", Map.of("set", 1)), Scenario.NOBODY);
    api.refused(400, set, Map.of(), instance);
    api.refused(400, set, Map.of("variables", 7), instance);
    api.refused(404, "GET /variables/{variableKey}", null, Scenario.NOBODY);
  }

  private void resolveIncidents() {
    String instance = scenario.start("working", Map.of());
    String incident = scenario.incident(instance);
    String job = api.ok("GET /incidents/{incidentKey}", null, incident).get("jobKey").asText();
    api.ok("PATCH /jobs/{jobKey}", Map.of("changeset", Map.of("retries", 1)), job);
    api.ok("POST /incidents/{incidentKey}/resolution", Map.of("operationReference", 9), incident);
    api.refused(404, "POST /incidents/{incidentKey}/resolution", null, incident);
    api.refused(404, "GET /incidents/{incidentKey}", null, Scenario.NOBODY);
    api.ok("POST /jobs/{jobKey}/completion", null, scenario.job("work").get("jobKey").asText());
  }

  private void chooseFreely() {
    String choices = scenario.element(scenario.start("free", Map.of()), "choices");
    String activate =
        "POST /element-instances/ad-hoc-activities/{adHocSubProcessInstanceKey}/activation";
    api.ok(
        activate,
        Map.of("elements", List.of(Map.of("elementId", "that", "variables", Map.of("x", 1)))),
        choices);
    assertThat(scenario.job("that").at("/variables/x").asInt()).isEqualTo(1);
    api.refused(400, activate, Map.of(), choices);
    api.refused(404, activate, Map.of("elements", List.of(Map.of("elementId", "no"))), choices);
    api.refused(
        404, activate, Map.of("elements", List.of(Map.of("elementId", "that"))), Scenario.NOBODY);
  }
}
