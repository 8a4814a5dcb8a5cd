package dev.candor.runtime.internal.grpc;

import dev.candor.runtime.internal.request.EvaluateDecision;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateDecisionRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateDecisionResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluatedDecision;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluatedDecisionInput;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluatedDecisionOutput;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.MatchedDecisionRule;
import io.camunda.zeebe.protocol.impl.record.value.decision.DecisionEvaluationRecord;
import io.camunda.zeebe.protocol.record.value.EvaluatedDecisionValue;
import io.camunda.zeebe.protocol.record.value.MatchedRuleValue;

/** The evaluation of decisions, asked and shown as gateway.proto has it. */
final class DecisionMessages {

  private DecisionMessages() {}

  static EvaluateDecision read(EvaluateDecisionRequest request) {
    return new EvaluateDecision(
        request.getDecisionId().isEmpty() ? null : request.getDecisionId(),
        request.getDecisionKey() > 0 ? Long.toString(request.getDecisionKey()) : null,
        Documents.read(request.getVariables()),
        request.getTenantId());
  }

  static EvaluateDecisionResponse show(long key, DecisionEvaluationRecord evaluated) {
    EvaluateDecisionResponse.Builder response =
        EvaluateDecisionResponse.newBuilder()
            .setDecisionEvaluationKey(key)
            .setDecisionInstanceKey(key) // deprecated, but the 8.8 client reads it
            .setDecisionId(evaluated.getDecisionId())
            .setDecisionKey(evaluated.getDecisionKey())
            .setDecisionName(evaluated.getDecisionName())
            .setDecisionVersion(evaluated.getDecisionVersion())
            .setDecisionRequirementsId(evaluated.getDecisionRequirementsId())
            .setDecisionRequirementsKey(evaluated.getDecisionRequirementsKey())
            .setDecisionOutput(evaluated.getDecisionOutput())
            .setFailedDecisionId(evaluated.getFailedDecisionId())
            .setFailureMessage(evaluated.getEvaluationFailureMessage())
            .setTenantId(evaluated.getTenantId());
    int place = 1;
    for (EvaluatedDecisionValue decision : evaluated.getEvaluatedDecisions()) {
      response.addEvaluatedDecisions(show(key + "-" + place++, decision));
    }
    return response.build();
  }

  private static EvaluatedDecision show(String key, EvaluatedDecisionValue decision) {
    EvaluatedDecision.Builder shown =
        EvaluatedDecision.newBuilder()
            .setDecisionEvaluationInstanceKey(key)
            .setDecisionId(decision.getDecisionId())
            .setDecisionKey(decision.getDecisionKey())
            .setDecisionName(decision.getDecisionName())
            .setDecisionVersion((int) decision.getDecisionVersion())
            .setDecisionType(decision.getDecisionType())
            .setDecisionOutput(decision.getDecisionOutput())
            .setTenantId(decision.getTenantId());
    decision
        .getEvaluatedInputs()
        .forEach(
            input ->
                shown.addEvaluatedInputs(
                    EvaluatedDecisionInput.newBuilder()
                        .setInputId(input.getInputId())
                        .setInputName(input.getInputName())
                        .setInputValue(input.getInputValue())));
    decision.getMatchedRules().forEach(rule -> shown.addMatchedRules(show(rule)));
    return shown.build();
  }

  private static MatchedDecisionRule show(MatchedRuleValue rule) {
    MatchedDecisionRule.Builder shown =
        MatchedDecisionRule.newBuilder()
            .setRuleId(rule.getRuleId())
            .setRuleIndex(rule.getRuleIndex());
    rule.getEvaluatedOutputs()
        .forEach(
            output ->
                shown.addEvaluatedOutputs(
                    EvaluatedDecisionOutput.newBuilder()
                        .setOutputId(output.getOutputId())
                        .setOutputName(output.getOutputName())
                        .setOutputValue(output.getOutputValue())));
    return shown.build();
  }
}
