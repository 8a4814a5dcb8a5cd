package dev.candor.process.internal.tables;

import java.util.Map;
import java.util.Optional;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** The engine's FEEL: what a cell says about a value, and which value an answer is. */
final class Feel {

  private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
  private static final Map<String, Object> NOTHING = Map.of();

  private Feel() {}

  /** Empty when it is no test, or one that looks beyond its own column. */
  static Optional<Condition> condition(String cell) {
    if (Table.Row.isOpen(cell)) {
      return Optional.of(value -> true);
    }
    var parsed = FEEL.parseUnaryTests(cell);
    if (!parsed.isSuccess()) {
      return Optional.empty();
    }
    var test = parsed.parsedExpression();
    return looksElsewhere(FEEL.evaluateWithInput(test, null, NOTHING))
        ? Optional.empty()
        : Optional.of(value -> fits(test, value));
  }

  /** Empty when it is no expression, or gives nothing. */
  static Optional<Object> value(String expression) {
    var result = FEEL.evaluateExpression(expression, NOTHING);
    return result.isSuccess() ? Optional.ofNullable(result.result()) : Optional.empty();
  }

  private static boolean fits(ParsedExpression test, @Nullable Object value) {
    var result = FEEL.evaluateWithInput(test, value, NOTHING);
    return result.isSuccess() && Boolean.TRUE.equals(result.result());
  }

  private static boolean looksElsewhere(EvaluationResult result) {
    return result
        .suppressedFailures()
        .exists(failure -> failure.failureType().toString().equals("NO_VARIABLE_FOUND"));
  }

  /** What a cell asks of the value of its column; null is a value nobody knows. */
  @FunctionalInterface
  interface Condition {
    boolean fits(@Nullable Object value);
  }
}
