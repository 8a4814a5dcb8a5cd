package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.Table;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The process instances. */
public final class ProcessInstances extends Projection<Key, ProcessInstanceRow> {

  private final ProcessDefinitions definitions;
  private final Expiry<Key> ended;

  /**
   * @param ended learns of those that have ended and that no other has called
   */
  ProcessInstances(ProcessDefinitions definitions, Expiry<Key> ended) {
    super(
        new Table<>(
                ProcessInstanceRow.class,
                "processInstanceKey",
                ProcessInstanceRow::processInstanceKey)
            .indexedBy("parentProcessInstanceKey")
            .indexedBy("state", LifeState.ACTIVE));
    this.definitions = definitions;
    this.ended = ended;
  }

  void apply(Record<ProcessInstanceRecordValue> record) {
    ProcessInstanceRecordValue value = record.getValue();
    if (value.getBpmnElementType() == BpmnElementType.PROCESS
        && record.getIntent() instanceof ProcessInstanceIntent intent
        && LifeState.isTold(intent)) {
      Key key = Key.of(record.getKey());
      ProcessInstanceRow row = row(record, value, intent, table().get(key).orElse(null));
      table().put(row);
      tellWhenEnded(row);
    }
  }

  @Override
  void restore(List<ProcessInstanceRow> rows) {
    super.restore(rows);
    rows.forEach(this::tellWhenEnded);
  }

  private void tellWhenEnded(ProcessInstanceRow row) {
    if (row.endDate() != null && row.parentProcessInstanceKey() == null) {
      ended.add(row.processInstanceKey(), row.endDate());
    }
  }

  void setIncident(Key key, boolean hasIncident) {
    table().get(key).ifPresent(row -> table().put(row.withIncident(hasIncident)));
  }

  private ProcessInstanceRow row(
      Record<?> record,
      ProcessInstanceRecordValue value,
      ProcessInstanceIntent intent,
      @Nullable ProcessInstanceRow before) {
    Key definition = Key.of(value.getProcessDefinitionKey());
    LifeState state = LifeState.after(intent);
    Instant at = at(record);
    return new ProcessInstanceRow(
        Key.of(record.getKey()),
        Shared.text(value.getBpmnProcessId()),
        definitions.name(definition, value.getBpmnProcessId()),
        value.getVersion(),
        definitions.definition(definition).map(ProcessDefinitionRow::versionTag).orElse(null),
        definition,
        before == null ? at : before.startDate(),
        state == LifeState.ACTIVE ? null : at,
        state,
        before != null && before.hasIncident(),
        Shared.text(value.getTenantId()),
        Key.orNone(value.getParentProcessInstanceKey()),
        Key.orNone(value.getParentElementInstanceKey()),
        Set.copyOf(value.getTags()));
  }
}
