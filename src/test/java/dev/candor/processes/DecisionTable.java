package dev.candor.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.dmn.DecisionEngine;
import io.camunda.zeebe.dmn.DecisionEngineFactory;
import io.camunda.zeebe.dmn.MatchedRule;
import io.camunda.zeebe.dmn.ParsedDecisionRequirementsGraph;
import io.camunda.zeebe.dmn.impl.VariablesContext;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** A table of processes/, asked through the engine's own decision engine. */
final class DecisionTable {

  private static final DecisionEngine ENGINE = DecisionEngineFactory.createDecisionEngine();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String decision;
  private final ParsedDecisionRequirementsGraph graph;
  private final Element table;

  private DecisionTable(String decision, ParsedDecisionRequirementsGraph graph, Element table) {
    this.decision = decision;
    this.graph = graph;
    this.table = table;
  }

  /** The table of the decision with this id, kept in the file of that name. */
  static DecisionTable of(String decision) {
    var file = ProcessFiles.FOLDER.resolve(decision + ".dmn");
    try (var content = Files.newInputStream(file)) {
      var graph = ENGINE.parse(content);
      assertThat(graph.isValid()).as(graph.getFailureMessage()).isTrue();
      var tables = ProcessFiles.xml(file).getElementsByTagName("decisionTable");
      return new DecisionTable(decision, graph, (Element) tables.item(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param rules ids of the rules that matched
   */
  record Answer(JsonNode output, List<String> rules) {

    String text(String name) {
      return output.get(name).asText();
    }
  }

  Answer ask(Map<String, Object> facts) {
    var result = ENGINE.evaluateDecisionById(graph, decision, new VariablesContext(facts));
    assertThat(result.isFailure()).as(result.getFailureMessage()).isFalse();
    var rules =
        result.getEvaluatedDecisions().getFirst().matchedRules().stream()
            .map(MatchedRule::ruleId)
            .toList();
    try {
      var output = JSON.readTree(MsgPackConverter.convertToJson(result.getOutput()));
      return new Answer(output, rules);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  String hitPolicy() {
    return table.getAttribute("hitPolicy");
  }

  List<Rule> rules() {
    return children(table, "rule").stream()
        .map(
            rule ->
                new Rule(
                    rule.getAttribute("id"),
                    children(rule, "description").stream()
                        .map(Element::getTextContent)
                        .findFirst()
                        .orElse(""),
                    children(rule, "inputEntry").stream()
                        .map(entry -> entry.getTextContent().strip())
                        .allMatch(condition -> condition.isEmpty() || condition.equals("-")),
                    children(rule, "outputEntry").stream()
                        .map(entry -> entry.getTextContent().strip())
                        .toList()))
        .toList();
  }

  /**
   * @param catchesAll true when it sets no condition
   * @param outputs as they are written, from left to right
   */
  record Rule(String id, String why, boolean catchesAll, List<String> outputs) {}

  private static List<Element> children(Element parent, String name) {
    return ProcessFiles.elements(parent.getElementsByTagName(name));
  }
}
