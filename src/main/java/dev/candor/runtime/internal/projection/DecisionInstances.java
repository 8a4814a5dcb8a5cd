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

  private final Expiry<String> ended;

  /**
   * @param ended learns of those that no process instance asked for
   */
  DecisionInstances(Expiry<String> ended) {
    super(
        new Table<>(
                DecisionInstanceRow.class,
                "decisionEvaluationInstanceKey",
                DecisionInstanceRow::decisionEvaluationInstanceKey)
            .indexedBy("processInstanceKey"));
    this.ended = ended;
  }

  void apply(Record<DecisionEvaluationRecordValue> record) {
    List<EvaluatedDecisionValue> decisions = record.getValue().getEvaluatedDecisions();
    for (int i = 0; i < decisions.size(); i++) {
      DecisionInstanceRow row = row(record, decisions.get(i), i + 1);
      table().put(row);
      tellWhenAlone(row);
    }
  }

  @Override
  void restore(List<DecisionInstanceRow> rows) {
    super.restore(rows);
    rows.forEach(this::tellWhenAlone);
  }

  private void tellWhenAlone(DecisionInstanceRow row) {
    if (row.processInstanceKey().value() <= 0) {
      ended.add(row.decisionEvaluationInstanceKey(), row.evaluationDate());
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
        failed ? Shared.textOrNone(evaluation.getEvaluationFailureMessage()) : null,
        Shared.text(decision.getDecisionId()),
        Shared.text(decision.getDecisionName()),
        decision.getDecisionVersion(),
        Shared.text(decision.getDecisionType()),
        decision.getDecisionOutput(),
        Shared.text(evaluation.getTenantId()),
        Key.of(record.getKey()),
        Key.of(evaluation.getProcessDefinitionKey()),
        Key.of(evaluation.getProcessInstanceKey()),
        Key.of(decision.getDecisionKey()),
        Key.of(evaluation.getElementInstanceKey()),
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
