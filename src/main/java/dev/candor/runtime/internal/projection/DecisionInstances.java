package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.projection.DecisionInstanceRow.Input;
import dev.candor.runtime.internal.projection.DecisionInstanceRow.Output;
import dev.candor.runtime.internal.projection.DecisionInstanceRow.Rule;
import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.Table;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.DecisionEvaluationIntent;
import io.camunda.zeebe.protocol.record.value.DecisionEvaluationRecordValue;
import io.camunda.zeebe.protocol.record.value.EvaluatedDecisionValue;
import io.camunda.zeebe.protocol.record.value.MatchedRuleValue;
import java.util.List;

/** The evaluated decisions: every decision that an evaluation went through is a row. */
public final class DecisionInstances extends Projection<String, DecisionInstanceRow> {

  DecisionInstances() {
    super(
        new Table<>(DecisionInstanceRow.class, DecisionInstanceRow::decisionEvaluationInstanceKey)
            .indexedBy("decisionEvaluationInstanceKey")
            .indexedBy("processInstanceKey")
            .indexedBy("decisionDefinitionId"));
  }

  void apply(Record<DecisionEvaluationRecordValue> record) {
    List<EvaluatedDecisionValue> decisions = record.getValue().getEvaluatedDecisions();
    for (int i = 0; i < decisions.size(); i++) {
      table().put(row(record, decisions.get(i), i + 1));
    }
  }

  private static DecisionInstanceRow row(
      Record<DecisionEvaluationRecordValue> record, EvaluatedDecisionValue decision, int place) {
    DecisionEvaluationRecordValue evaluation = record.getValue();
    boolean failed =
        record.getIntent() == DecisionEvaluationIntent.FAILED
            && decision.getDecisionId().equals(evaluation.getFailedDecisionId());
    return new DecisionInstanceRow(
        record.getKey() + "-" + place,
        failed ? "FAILED" : "EVALUATED",
        at(record),
        failed ? orNone(evaluation.getEvaluationFailureMessage()) : null,
        decision.getDecisionId(),
        decision.getDecisionName(),
        decision.getDecisionVersion(),
        decision.getDecisionType(),
        decision.getDecisionOutput(),
        evaluation.getTenantId(),
        new Key(record.getKey()),
        new Key(evaluation.getProcessDefinitionKey()),
        new Key(evaluation.getProcessInstanceKey()),
        new Key(decision.getDecisionKey()),
        new Key(evaluation.getElementInstanceKey()),
        inputs(decision),
        decision.getMatchedRules().stream().map(DecisionInstances::rule).toList());
  }

  private static List<Input> inputs(EvaluatedDecisionValue decision) {
    return decision.getEvaluatedInputs().stream()
        .map(in -> new Input(in.getInputId(), in.getInputName(), in.getInputValue()))
        .toList();
  }

  private static Rule rule(MatchedRuleValue rule) {
    return new Rule(
        rule.getRuleId(),
        rule.getRuleIndex(),
        rule.getEvaluatedOutputs().stream()
            .map(out -> new Output(out.getOutputId(), out.getOutputName(), out.getOutputValue()))
            .toList());
  }
}
