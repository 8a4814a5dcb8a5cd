package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.NotSearched;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision that was evaluated, with what went in and which rules matched. The keys of a process
 * are -1 where none asked: the 8.8 client cannot read this row without them.
 */
public record DecisionInstanceRow(
    String decisionEvaluationInstanceKey,
    String state,
    Instant evaluationDate,
    @Nullable String evaluationFailure,
    String decisionDefinitionId,
    String decisionDefinitionName,
    int decisionDefinitionVersion,
    String decisionDefinitionType,
    String result,
    String tenantId,
    Key decisionEvaluationKey,
    Key processDefinitionKey,
    Key processInstanceKey,
    Key decisionDefinitionKey,
    Key elementInstanceKey,
    @NotSearched List<Input> evaluatedInputs,
    @NotSearched List<Rule> matchedRules) {

  /** A value that went in; JSON. */
  public record Input(String inputId, String inputName, String inputValue) {}

  /** A rule that matched; the first row is 1. */
  public record Rule(String ruleId, int ruleIndex, List<Output> evaluatedOutputs) {}

  /** A value that came out; JSON. */
  public record Output(String outputId, String outputName, String outputValue) {}
}
