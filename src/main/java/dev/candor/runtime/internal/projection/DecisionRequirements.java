package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.Table;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.DecisionRequirementsIntent;
import io.camunda.zeebe.protocol.record.value.deployment.DecisionRequirementsRecordValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The deployed DMN files. */
public final class DecisionRequirements extends Projection<Key, DecisionRequirementsRow> {

  DecisionRequirements() {
    super(
        new Table<>(
            DecisionRequirementsRow.class,
            "decisionRequirementsKey",
            DecisionRequirementsRow::decisionRequirementsKey));
  }

  void apply(Record<DecisionRequirementsRecordValue> record) {
    if (record.getIntent() != DecisionRequirementsIntent.CREATED) {
      return;
    }
    DecisionRequirementsRecordValue file = record.getValue();
    Key key = Key.of(file.getDecisionRequirementsKey());
    table()
        .put(
            new DecisionRequirementsRow(
                key,
                file.getDecisionRequirementsId(),
                file.getDecisionRequirementsName(),
                file.getDecisionRequirementsVersion(),
                file.getResourceName(),
                file.getTenantId(),
                new String(file.getResource(), StandardCharsets.UTF_8)));
  }

  /** The DMN as it was deployed. */
  public Optional<String> xml(Key key) {
    return table().get(key).map(DecisionRequirementsRow::xml);
  }
}
