package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.command.CommandAnswer.Accepted;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.request.Engine;
import dev.candor.runtime.internal.request.EvaluateDecision;
import io.camunda.client.protocol.rest.EvaluateDecisionResult;
import io.camunda.client.protocol.rest.EvaluatedDecisionInputItem;
import io.camunda.client.protocol.rest.EvaluatedDecisionOutputItem;
import io.camunda.client.protocol.rest.EvaluatedDecisionResult;
import io.camunda.client.protocol.rest.MatchedDecisionRuleItem;
import io.camunda.zeebe.protocol.impl.record.value.decision.DecisionEvaluationRecord;
import io.camunda.zeebe.protocol.record.value.EvaluatedDecisionValue;
import io.camunda.zeebe.protocol.record.value.MatchedRuleValue;

/** Evaluates decisions outside any process. */
final class DecisionEvaluations implements Resource {

  private final Engine engine;

  DecisionEvaluations(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post("/decision-definitions/evaluation", this::evaluate);
  }

  private Reply evaluate(Exchange exchange) {
    Accepted evaluated = engine.carryOut(exchange.body(EvaluateDecision.class).command());
    return Reply.json(show(evaluated.key(), evaluated.value(DecisionEvaluationRecord.class)));
  }

  private static EvaluateDecisionResult show(long key, DecisionEvaluationRecord evaluated) {
    EvaluateDecisionResult result =
        new EvaluateDecisionResult()
            .decisionEvaluationKey(Long.toString(key))
            .decisionInstanceKey(Long.toString(key)) // deprecated, but the 8.8 client reads it
            .decisionDefinitionId(evaluated.getDecisionId())
            .decisionDefinitionKey(Long.toString(evaluated.getDecisionKey()))
            .decisionDefinitionName(evaluated.getDecisionName())
            .decisionDefinitionVersion(evaluated.getDecisionVersion())
            .decisionRequirementsId(evaluated.getDecisionRequirementsId())
            .decisionRequirementsKey(Long.toString(evaluated.getDecisionRequirementsKey()))
            .output(evaluated.getDecisionOutput())
            .failedDecisionDefinitionId(evaluated.getFailedDecisionId())
            .failureMessage(evaluated.getEvaluationFailureMessage())
            .tenantId(evaluated.getTenantId());
    int place = 1;
    for (EvaluatedDecisionValue decision : evaluated.getEvaluatedDecisions()) {
      result.addEvaluatedDecisionsItem(show(key + "-" + place++, decision));
    }
    return result;
  }

  private static EvaluatedDecisionResult show(String key, EvaluatedDecisionValue decision) {
    EvaluatedDecisionResult result =
        new EvaluatedDecisionResult()
            .decisionEvaluationInstanceKey(key)
            .decisionDefinitionId(decision.getDecisionId())
            .decisionDefinitionKey(Long.toString(decision.getDecisionKey()))
            .decisionDefinitionName(decision.getDecisionName())
            .decisionDefinitionVersion(decision.getDecisionVersion())
            .decisionDefinitionType(decision.getDecisionType())
            .output(decision.getDecisionOutput())
            .tenantId(decision.getTenantId());
    decision
        .getEvaluatedInputs()
        .forEach(
            input ->
                result.addEvaluatedInputsItem(
                    new EvaluatedDecisionInputItem()
                        .inputId(input.getInputId())
                        .inputName(input.getInputName())
                        .inputValue(input.getInputValue())));
    decision.getMatchedRules().forEach(rule -> result.addMatchedRulesItem(show(rule)));
    return result;
  }

  private static MatchedDecisionRuleItem show(MatchedRuleValue rule) {
    MatchedDecisionRuleItem item =
        new MatchedDecisionRuleItem().ruleId(rule.getRuleId()).ruleIndex(rule.getRuleIndex());
    rule.getEvaluatedOutputs()
        .forEach(
            output ->
                item.addEvaluatedOutputsItem(
                    new EvaluatedDecisionOutputItem()
                        .outputId(output.getOutputId())
                        .outputName(output.getOutputName())
                        .outputValue(output.getOutputValue())));
    return item;
  }
}
