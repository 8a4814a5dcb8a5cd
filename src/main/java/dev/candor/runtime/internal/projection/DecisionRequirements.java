package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.Table;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.DecisionRequirementsIntent;
import io.camunda.zeebe.protocol.record.value.deployment.DecisionRequirementsRecordValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The deployed DMN files. */
public final class DecisionRequirements extends Projection<Key, DecisionRequirementsRow> {

  private final Map<Key, String> xml = new ConcurrentHashMap<>();

  DecisionRequirements() {
    super(
        new Table<>(
            DecisionRequirementsRow.class, DecisionRequirementsRow::decisionRequirementsKey));
  }

  void apply(Record<DecisionRequirementsRecordValue> record) {
    if (record.getIntent() != DecisionRequirementsIntent.CREATED) {
      return;
    }
    DecisionRequirementsRecordValue file = record.getValue();
    Key key = new Key(file.getDecisionRequirementsKey());
    xml.put(key, new String(file.getResource(), StandardCharsets.UTF_8));
    table()
        .put(
            new DecisionRequirementsRow(
                key,
                file.getDecisionRequirementsId(),
                file.getDecisionRequirementsName(),
                file.getDecisionRequirementsVersion(),
                file.getResourceName(),
                file.getTenantId()));
  }

  /** The DMN as it was deployed. */
  public Optional<String> xml(Key key) {
    return Optional.ofNullable(xml.get(key));
  }

  @Override
  void clear() {
    super.clear();
    xml.clear();
  }
}
