package dev.candor.process.internal.tables;

import io.camunda.zeebe.dmn.DecisionEngine;
import io.camunda.zeebe.dmn.DecisionEngineFactory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** Reads tables with the engine's own parser and its model of DMN. */
public final class EngineTables {

  private static final DecisionEngine ENGINE = DecisionEngineFactory.createDecisionEngine();

  private EngineTables() {}

  /**
   * @throws Refused when the engine would not take it either
   */
  public static List<Table> read(String dmn) {
    var bytes = dmn.getBytes(StandardCharsets.UTF_8);
    var parsed = ENGINE.parse(new ByteArrayInputStream(bytes));
    if (!parsed.isValid()) {
      throw new Refused(oneLine(parsed.getFailureMessage()));
    }
    DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(bytes));
    return model.getModelElementsByType(Decision.class).stream()
        .filter(decision -> decision.getExpression() instanceof DecisionTable)
        .map(decision -> table(decision, (DecisionTable) decision.getExpression()))
        .toList();
  }

  private static Table table(Decision decision, DecisionTable table) {
    var rules = List.copyOf(table.getRules());
    return new Table(
        decision.getId(),
        description(decision),
        table.getHitPolicy().name(),
        table.getInputs().stream().map(EngineTables::input).toList(),
        table.getOutputs().stream().map(EngineTables::output).toList(),
        IntStream.range(0, rules.size()).mapToObj(row -> row(row + 1, rules.get(row))).toList());
  }

  private static Table.Column input(Input input) {
    var expression = input.getInputExpression();
    return new Table.Column(
        text(expression.getText()),
        Optional.ofNullable(expression.getTypeRef()).orElse(""),
        text(input.getInputValues()));
  }

  private static Table.Column output(Output output) {
    return new Table.Column(
        Optional.ofNullable(output.getName()).orElse(""),
        Optional.ofNullable(output.getTypeRef()).orElse(""),
        text(output.getOutputValues()));
  }

  private static Table.Row row(int number, Rule rule) {
    return new Table.Row(
        rule.getId(),
        number,
        description(rule),
        texts(rule.getInputEntries()),
        texts(rule.getOutputEntries()));
  }

  private static List<String> texts(Collection<? extends ModelElementInstance> entries) {
    return entries.stream().map(EngineTables::text).toList();
  }

  private static String description(DmnElement element) {
    Description description = element.getDescription();
    return description == null ? "" : description.getTextContent().strip();
  }

  private static String text(@Nullable ModelElementInstance element) {
    return switch (element) {
      case null -> "";
      case Text text -> text.getTextContent().strip();
      case UnaryTests tests -> text(tests.getText());
      case LiteralExpression expression -> text(expression.getText());
      default -> element.getTextContent().strip();
    };
  }

  private static String oneLine(@Nullable String message) {
    return message == null ? "" : message.replaceAll("\\s+", " ").strip();
  }

  /** The engine does not take it; the message is the engine's. */
  public static final class Refused extends RuntimeException {
    Refused(String why) {
      super(why);
    }
  }
}
