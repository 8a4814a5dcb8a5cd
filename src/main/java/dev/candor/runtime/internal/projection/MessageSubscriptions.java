package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.Table;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.ProcessMessageSubscriptionIntent;
import io.camunda.zeebe.protocol.record.value.ProcessMessageSubscriptionRecordValue;

/** Who waits for which message. */
public final class MessageSubscriptions extends Projection<Key, MessageSubscriptionRow> {

  private final ProcessInstances instances;

  MessageSubscriptions(ProcessInstances instances) {
    super(
        new Table<>(
                MessageSubscriptionRow.class,
                "messageSubscriptionKey",
                MessageSubscriptionRow::messageSubscriptionKey)
            .indexedBy("processInstanceKey"));
    this.instances = instances;
  }

  void apply(Record<ProcessMessageSubscriptionRecordValue> record) {
    switch ((ProcessMessageSubscriptionIntent) record.getIntent()) {
      case CREATED, CORRELATED, DELETED, MIGRATED -> put(record);
      default -> {
        // steps between the engine's partitions
      }
    }
  }

  private void put(Record<ProcessMessageSubscriptionRecordValue> record) {
    ProcessMessageSubscriptionRecordValue value = record.getValue();
    Key instance = Key.of(value.getProcessInstanceKey());
    table()
        .put(
            new MessageSubscriptionRow(
                Key.of(record.getKey()),
                Shared.text(value.getBpmnProcessId()),
                instances.table().get(instance).map(pi -> pi.processDefinitionKey()).orElse(null),
                instance,
                Shared.text(value.getElementId()),
                Key.of(value.getElementInstanceKey()),
                record.getIntent().name(),
                at(record),
                Shared.text(value.getMessageName()),
                value.getCorrelationKey(),
                Shared.text(value.getTenantId())));
  }
}
