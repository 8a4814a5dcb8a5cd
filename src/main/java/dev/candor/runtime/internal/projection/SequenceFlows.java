package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.Table;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;

/** The sequence flows taken, each once for a process instance. */
public final class SequenceFlows extends Projection<SequenceFlowRow.Id, SequenceFlowRow> {

  SequenceFlows() {
    super(
        new Table<>(SequenceFlowRow.class, "id", SequenceFlowRow::id)
            .indexedBy("processInstanceKey"));
  }

  /** Whether the event takes a sequence flow or takes it back. */
  static boolean isTold(ProcessInstanceIntent intent) {
    return intent == ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN
        || intent == ProcessInstanceIntent.SEQUENCE_FLOW_DELETED;
  }

  void apply(Record<ProcessInstanceRecordValue> record) {
    ProcessInstanceRecordValue value = record.getValue();
    SequenceFlowRow.Id id =
        new SequenceFlowRow.Id(
            Key.of(value.getProcessInstanceKey()), Shared.text(value.getElementId()));
    if (record.getIntent() == ProcessInstanceIntent.SEQUENCE_FLOW_DELETED) {
      table().remove(id);
    } else if (record.getIntent() == ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN) {
      table()
          .put(
              new SequenceFlowRow(
                  id,
                  id.processInstanceKey(),
                  Key.of(value.getProcessDefinitionKey()),
                  Shared.text(value.getBpmnProcessId()),
                  Shared.text(value.getTenantId())));
    }
  }
}
