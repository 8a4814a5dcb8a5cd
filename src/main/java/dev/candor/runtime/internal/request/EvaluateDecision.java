package dev.candor.runtime.internal.request;

import dev.candor.runtime.internal.command.Command;
import io.camunda.zeebe.protocol.impl.record.value.decision.DecisionEvaluationRecord;
import io.camunda.zeebe.protocol.record.intent.DecisionEvaluationIntent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which decision, with what. */
public record EvaluateDecision(
    @Nullable String decisionDefinitionId,
    @Nullable String decisionDefinitionKey,
    @Nullable Map<String, Object> variables,
    @Nullable String tenantId) {

  public Command command() {
    if ((decisionDefinitionId == null) == (decisionDefinitionKey == null)) {
      throw Refusal.invalid(
          "Exactly one of decisionDefinitionId and decisionDefinitionKey must be provided");
    }
    DecisionEvaluationRecord record =
        new DecisionEvaluationRecord()
            .setVariables(Values.variables(variables))
            .setTenantId(Values.tenant(tenantId));
    if (decisionDefinitionKey != null) {
      record.setDecisionKey(Values.key("decisionDefinitionKey", decisionDefinitionKey));
    } else {
      record.setDecisionId(Values.required("decisionDefinitionId", decisionDefinitionId));
    }
    return new Command(DecisionEvaluationIntent.EVALUATE, record);
  }
}
