package dev.candor.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.runtime.CamundaRuntime;
import dev.candor.support.BesideOthers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running runtime against Camunda's contract: every operation that is served is driven, each
 * request and each answer is validated, and what is not served says so.
 */
@BesideOthers
class RestContractTests {

  private static final Logger LOGGER = LoggerFactory.getLogger(RestContractTests.class);

  private static CamundaRuntime runtime;
  private static CheckedApi api;
  private static Scenario scenario;
  private static JsonNode deployment;

  @BeforeAll
  static void start() {
    runtime = CamundaRuntime.builder().restPort(0).start();
    api = new CheckedApi(runtime.restAddress());
    scenario = new Scenario(api);
    deployment = scenario.deploy(Diagrams.FILES);
    scenario.deploy(Map.of("judging.bpmn", Diagrams.text(Diagrams.judging("judging-again"))));
    new WorkContract(api, scenario).fill();
    new InstanceContract(api, scenario).fill();
  }

  /** Fails when an operation that is served was not driven. */
  @AfterAll
  static void stop() throws IOException {
    Set<String> all = api.contract().operations();
    Set<String> notDriven = new TreeSet<>(all);
    notDriven.removeAll(api.driven());
    List<String> forgotten = notDriven.stream().filter(one -> !api.isNotServed(one)).toList();
    runtime.close();

    String share =
        "%d of the contract's %d operations are served and were driven; %d answer 501"
            .formatted(api.driven().size(), all.size(), notDriven.size() - forgotten.size());
    LOGGER.info(share);
    Files.writeString(
        Files.createDirectories(Path.of("target")).resolve("contract-coverage.txt"),
        share + "\n\n" + String.join("\n", api.driven()) + "\n");
    assertThat(forgotten).as("operations that are served, but driven by no test").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /process-definitions/search",
        "POST /process-instances/search",
        "POST /element-instances/search",
        "POST /user-tasks/search",
        "POST /variables/search",
        "POST /incidents/search",
        "POST /jobs/search",
        "POST /message-subscriptions/search",
        "POST /correlated-message-subscriptions/search",
        "POST /decision-definitions/search",
        "POST /decision-requirements/search",
        "POST /decision-instances/search"
      })
  void shouldSearchByAllThatTheContractKnows(String search) {
    new SearchChecks(api, search).run();
  }

  @Test
  void shouldSearchTheVariablesOfATask() {
    String instance = scenario.start("judging", Map.of("amount", 7, "matter", "goats"));
    new SearchChecks(
            api, "POST /user-tasks/{userTaskKey}/variables/search", scenario.task(instance))
        .run();
  }

  @Test
  void shouldSearchTheIncidentsOfAnInstanceAndOfThoseItCalled() {
    String caller = scenario.start("calling", Map.of("amount", 7));
    String called =
        scenario.only(
            "POST /process-instances/search",
            "processInstanceKey",
            Map.of("parentProcessInstanceKey", caller));
    String incident = scenario.incident(called);

    JsonNode found =
        api.ok("POST /process-instances/{processInstanceKey}/incidents/search", null, caller);

    assertThat(found.at("/items/0/incidentKey").asText()).isEqualTo(incident);
    api.refused(
        404,
        "POST /process-instances/{processInstanceKey}/incidents/search",
        null,
        Scenario.NOBODY);
  }

  @Test
  void shouldSayWhatTheClusterIs() {
    api.ok("GET /topology", null);
    api.ok("GET /status", null);
    api.ok("GET /license", null);
    api.ok("GET /authentication/me", null);
  }

  @Test
  void shouldStopTheClockAndLetItGo() {
    api.ok("PUT /clock", Map.of("timestamp", System.currentTimeMillis()));
    api.ok("POST /clock/reset", null);
    api.refused(400, "PUT /clock", Map.of("timestamp", -1));
    api.refused(400, "PUT /clock", Map.of());
  }

  @Test
  void shouldServeDefinitions() {
    new DefinitionContract(api, scenario, deployment).drive();
  }

  @Test
  void shouldServeProcessInstances() {
    new InstanceContract(api, scenario).drive();
  }

  @Test
  void shouldServeJobsAndTasks() {
    new WorkContract(api, scenario).drive();
  }

  @Test
  void shouldServeMessagesSignalsAndDecisions() {
    new EventContract(api, scenario).drive();
  }

  @Test
  void shouldRefuseBodiesThatHttpItselfCannotCarry() {
    api.refusedAs("text/plain", 415, "POST /messages/publication", "{\"name\":\"x\"}");
    api.refusedAs("application/json", 415, "POST /deployments", "{}");
    api.refused(413, "POST /signals/broadcast", Map.of("signalName", "x".repeat(17 * 1024 * 1024)));
    api.refusedAs("application/json", 400, "POST /messages/publication", "{");
    api.refusedAs("application/json", 400, "POST /messages/publication", null);
    api.refusedAs("application/json", 400, "POST /messages/publication", "null");
    api.refused(400, "POST /messages/publication", Map.of("name", "x", "colour", "red"));
  }

  @Test
  void shouldSayOfEveryOtherOperationThatItIsNotServed() {
    assertThat(api.contract().operations().stream().filter(api::isNotServed))
        .isNotEmpty()
        .allSatisfy(
            operation ->
                assertThat(api.notServed(operation).get("detail").asText()).contains(operation));
  }
}
