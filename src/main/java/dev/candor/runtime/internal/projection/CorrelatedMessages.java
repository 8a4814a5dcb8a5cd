package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.Table;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.MessageStartEventSubscriptionIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessMessageSubscriptionIntent;
import io.camunda.zeebe.protocol.record.value.MessageStartEventSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessMessageSubscriptionRecordValue;

/** The messages that reached an instance: one that waited, or one that they started. */
public final class CorrelatedMessages extends Projection<String, CorrelatedMessageRow> {

  private final ProcessInstances instances;

  CorrelatedMessages(ProcessInstances instances) {
    super(
        new Table<>(CorrelatedMessageRow.class, "id", CorrelatedMessageRow::id)
            .indexedBy("processInstanceKey"));
    this.instances = instances;
  }

  void apply(Record<ProcessMessageSubscriptionRecordValue> record) {
    if (record.getIntent() != ProcessMessageSubscriptionIntent.CORRELATED) {
      return;
    }
    ProcessMessageSubscriptionRecordValue value = record.getValue();
    Key instance = Key.of(value.getProcessInstanceKey());
    table()
        .put(
            new CorrelatedMessageRow(
                value.getMessageKey() + "-" + record.getKey(),
                Key.of(value.getMessageKey()),
                Key.of(record.getKey()),
                Shared.text(value.getMessageName()),
                value.getCorrelationKey(),
                at(record),
                Shared.text(value.getElementId()),
                Key.orNone(value.getElementInstanceKey()),
                record.getPartitionId(),
                Shared.text(value.getBpmnProcessId()),
                instances.table().get(instance).map(pi -> pi.processDefinitionKey()).orElse(null),
                instance,
                Shared.text(value.getTenantId())));
  }

  void applyStart(Record<MessageStartEventSubscriptionRecordValue> record) {
    if (record.getIntent() != MessageStartEventSubscriptionIntent.CORRELATED) {
      return;
    }
    MessageStartEventSubscriptionRecordValue value = record.getValue();
    table()
        .put(
            new CorrelatedMessageRow(
                value.getMessageKey() + "-" + record.getKey(),
                Key.of(value.getMessageKey()),
                Key.of(record.getKey()),
                Shared.text(value.getMessageName()),
                value.getCorrelationKey(),
                at(record),
                Shared.text(value.getStartEventId()),
                null,
                record.getPartitionId(),
                Shared.text(value.getBpmnProcessId()),
                Key.orNone(value.getProcessDefinitionKey()),
                Key.of(value.getProcessInstanceKey()),
                Shared.text(value.getTenantId())));
  }
}
