package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.Table;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The element instances; a process instance itself and its sequence flows are none. */
public final class ElementInstances extends Projection<Key, ElementInstanceRow> {

  /** Who follows what happens asks for those that ended last, in the order of their ends. */
  private static final LifeState[] ENDED = {LifeState.COMPLETED, LifeState.TERMINATED};

  private final ProcessDefinitions definitions;

  ElementInstances(ProcessDefinitions definitions) {
    super(
        new Table<>(
                ElementInstanceRow.class,
                "elementInstanceKey",
                ElementInstanceRow::elementInstanceKey)
            .indexedBy("processInstanceKey")
            .indexedBy("state", LifeState.ACTIVE)
            .reorderedWhere("state", ENDED, "endDate"));
    this.definitions = definitions;
    table().filteredBy("elementInstanceScopeKey", Key.class, ElementInstanceRow::scopeKey);
  }

  void apply(Record<ProcessInstanceRecordValue> record) {
    ProcessInstanceRecordValue value = record.getValue();
    if (value.getBpmnElementType() != BpmnElementType.PROCESS
        && value.getBpmnElementType() != BpmnElementType.SEQUENCE_FLOW
        && record.getIntent() instanceof ProcessInstanceIntent intent
        && LifeState.isTold(intent)) {
      Key key = Key.of(record.getKey());
      table().put(row(record, value, intent, table().get(key).orElse(null)));
    }
  }

  void setIncident(Key key, boolean hasIncident, @Nullable Key incident) {
    table().get(key).ifPresent(row -> table().put(row.withIncident(hasIncident, incident)));
  }

  /** The scope around an element instance: another one, or the process instance. */
  public Optional<Key> scope(Key elementInstance) {
    return table().get(elementInstance).map(ElementInstanceRow::scopeKey);
  }

  private ElementInstanceRow row(
      Record<?> record,
      ProcessInstanceRecordValue value,
      ProcessInstanceIntent intent,
      @Nullable ElementInstanceRow before) {
    Key definition = Key.of(value.getProcessDefinitionKey());
    LifeState state = LifeState.after(intent);
    Instant at = at(record);
    return new ElementInstanceRow(
        Key.of(record.getKey()),
        Key.of(value.getProcessInstanceKey()),
        definition,
        Shared.text(value.getBpmnProcessId()),
        Shared.text(value.getElementId()),
        definitions.elementName(definition, value.getElementId()),
        value.getBpmnElementType().name(),
        before == null ? at : before.startDate(),
        state == LifeState.ACTIVE ? null : at,
        state,
        before != null && before.hasIncident(),
        before == null ? null : before.incidentKey(),
        Shared.text(value.getTenantId()),
        Key.of(value.getFlowScopeKey()));
  }
}
