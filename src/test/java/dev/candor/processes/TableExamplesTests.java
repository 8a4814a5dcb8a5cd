package dev.candor.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.processes.TableExamples.Line;
import dev.candor.runtime.CamundaRuntime;
import dev.candor.runtime.RuntimeForTests;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.MatchedDecisionRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One test for each row of each table, made from the table: what the engine answers to the examples
 * in {@code processes/examples}. A row without an example fails, and so does an example of a row
 * that is gone.
 */
class TableExamplesTests {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static CamundaRuntime runtime;
  private static CamundaClient engine;

  @BeforeAll
  static void deployTheTables() {
    runtime = RuntimeForTests.start();
    engine = RuntimeForTests.client(runtime);
    var deployment = engine.newDeployResourceCommand();
    ProcessFiles.ofKind("dmn").stream()
        .map(file -> deployment.addResourceFile(file.toString()))
        .reduce((first, last) -> last)
        .orElseThrow()
        .send()
        .join();
  }

  @AfterAll
  static void end() {
    engine.close();
    runtime.close();
  }

  @TestFactory
  Stream<DynamicContainer> tables() {
    return ProcessFiles.ofKind("dmn").stream()
        .map(Path::getFileName)
        .map(name -> name.toString().replace(".dmn", ""))
        .map(decision -> dynamicContainer(decision, testsOf(decision)));
  }

  private static Stream<DynamicTest> testsOf(String decision) {
    var file = TableExamples.fileOf(decision);
    if (!Files.exists(file)) {
      return Stream.of(
          dynamicTest(
              "has examples",
              () -> assertThat(file).as("Write examples for each row of the table").exists()));
    }
    var examples = TableExamples.of(decision);
    var rules = DecisionTable.of(decision).rules().stream().map(DecisionTable.Rule::id).toList();
    return Stream.of(
            Stream.of(
                dynamicTest("has rows for all examples", () -> shouldNameRows(examples, rules))),
            rules.stream()
                .map(
                    rule ->
                        dynamicTest(
                            rule + " has an example", () -> shouldHaveAnExample(examples, rule))),
            examples.lines().stream()
                .map(
                    line ->
                        dynamicTest(
                            "line " + line.number() + ": " + line.rules(),
                            () -> shouldAnswer(examples, line))))
        .flatMap(tests -> tests);
  }

  private static void shouldNameRows(TableExamples examples, List<String> rules) {
    assertThat(examples.lines().stream().flatMap(line -> line.rules().stream()))
        .as("%s.csv has examples of rows that %1$s.dmn has not", examples.decision())
        .isSubsetOf(rules);
  }

  private static void shouldHaveAnExample(TableExamples examples, String rule) {
    assertThat(examples.lines())
        .as("Add a line for %s to processes/examples/%s.csv", rule, examples.decision())
        .anyMatch(line -> line.rules().contains(rule));
  }

  private static void shouldAnswer(TableExamples examples, Line line) throws Exception {
    var answer =
        engine
            .newEvaluateDecisionCommand()
            .decisionId(examples.decision())
            .variables(line.facts())
            .send()
            .join();

    assertThat(answer.getEvaluatedDecisions().getLast().getMatchedRules())
        .as("the rows that fit line %d of %s.csv", line.number(), examples.decision())
        .extracting(MatchedDecisionRule::getRuleId)
        .containsExactlyElementsOf(line.rules());
    var output = JSON.readTree(answer.getDecisionOutput());
    for (var name : examples.answers()) {
      assertThat(value(output.isObject() ? output.get(name) : output))
          .as("%s in line %d of %s.csv", name, line.number(), examples.decision())
          .isEqualTo(String.valueOf(line.answers().get(name)));
    }
  }

  private static String value(JsonNode node) {
    return node == null ? "nothing" : node.asText();
  }
}
