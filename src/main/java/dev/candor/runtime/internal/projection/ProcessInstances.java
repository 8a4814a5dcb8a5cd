package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.Table;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The process instances. */
public final class ProcessInstances extends Projection<Key, ProcessInstanceRow> {

  private final ProcessDefinitions definitions;

  ProcessInstances(ProcessDefinitions definitions) {
    super(
        new Table<>(ProcessInstanceRow.class, ProcessInstanceRow::processInstanceKey)
            .indexedBy("processInstanceKey")
            .indexedBy("parentProcessInstanceKey")
            .indexedBy("processDefinitionId")
            .indexedBy("processDefinitionKey")
            .indexedBy("state"));
    this.definitions = definitions;
  }

  void apply(Record<ProcessInstanceRecordValue> record) {
    ProcessInstanceRecordValue value = record.getValue();
    if (value.getBpmnElementType() == BpmnElementType.PROCESS
        && record.getIntent() instanceof ProcessInstanceIntent intent
        && LifeState.isTold(intent)) {
      Key key = new Key(record.getKey());
      table().put(row(record, value, intent, table().get(key).orElse(null)));
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
    Key definition = new Key(value.getProcessDefinitionKey());
    LifeState state = LifeState.after(intent);
    Instant at = at(record);
    return new ProcessInstanceRow(
        new Key(record.getKey()),
        value.getBpmnProcessId(),
        definitions.name(definition, value.getBpmnProcessId()),
        value.getVersion(),
        definitions.definition(definition).map(ProcessDefinitionRow::versionTag).orElse(null),
        definition,
        before == null ? at : before.startDate(),
        state == LifeState.ACTIVE ? null : at,
        state,
        before != null && before.hasIncident(),
        value.getTenantId(),
        Key.orNone(value.getParentProcessInstanceKey()),
        Key.orNone(value.getParentElementInstanceKey()),
        Set.copyOf(value.getTags()));
  }
}
