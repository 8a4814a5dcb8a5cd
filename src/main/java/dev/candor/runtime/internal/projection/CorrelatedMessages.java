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
        new Table<>(CorrelatedMessageRow.class, CorrelatedMessageRow::id)
            .indexedBy("processInstanceKey")
            .indexedBy("messageName"));
    this.instances = instances;
  }

  void apply(Record<ProcessMessageSubscriptionRecordValue> record) {
    if (record.getIntent() != ProcessMessageSubscriptionIntent.CORRELATED) {
      return;
    }
    ProcessMessageSubscriptionRecordValue value = record.getValue();
    Key instance = new Key(value.getProcessInstanceKey());
    table()
        .put(
            new CorrelatedMessageRow(
                value.getMessageKey() + "-" + record.getKey(),
                new Key(value.getMessageKey()),
                new Key(record.getKey()),
                value.getMessageName(),
                value.getCorrelationKey(),
                at(record),
                value.getElementId(),
                Key.orNone(value.getElementInstanceKey()),
                record.getPartitionId(),
                value.getBpmnProcessId(),
                instances.table().get(instance).map(pi -> pi.processDefinitionKey()).orElse(null),
                instance,
                value.getTenantId()));
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
                new Key(value.getMessageKey()),
                new Key(record.getKey()),
                value.getMessageName(),
                value.getCorrelationKey(),
                at(record),
                value.getStartEventId(),
                null,
                record.getPartitionId(),
                value.getBpmnProcessId(),
                Key.orNone(value.getProcessDefinitionKey()),
                new Key(value.getProcessInstanceKey()),
                value.getTenantId()));
  }
}
