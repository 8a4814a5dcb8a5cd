package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.Table;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.DecisionIntent;
import io.camunda.zeebe.protocol.record.value.deployment.DecisionRecordValue;

/** The deployed decisions. */
public final class DecisionDefinitions extends Projection<Key, DecisionDefinitionRow> {

  DecisionDefinitions() {
    super(
        new Table<>(
                DecisionDefinitionRow.class,
                "decisionDefinitionKey",
                DecisionDefinitionRow::decisionDefinitionKey)
            .indexedBy("decisionDefinitionId"));
  }

  void apply(Record<DecisionRecordValue> record) {
    if (record.getIntent() != DecisionIntent.CREATED) {
      return;
    }
    DecisionRecordValue decision = record.getValue();
    table()
        .put(
            new DecisionDefinitionRow(
                Key.of(decision.getDecisionKey()),
                decision.getDecisionId(),
                decision.getDecisionName(),
                decision.getVersion(),
                decision.getDecisionRequirementsId(),
                Key.of(decision.getDecisionRequirementsKey()),
                decision.getTenantId()));
  }
}
