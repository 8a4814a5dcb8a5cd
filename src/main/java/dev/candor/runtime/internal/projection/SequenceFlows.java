package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.Table;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;

/** The sequence flows taken, each once for a process instance. */
public final class SequenceFlows extends Projection<String, SequenceFlowRow> {

  SequenceFlows() {
    super(
        new Table<>(SequenceFlowRow.class, SequenceFlowRow::sequenceFlowId)
            .indexedBy("processInstanceKey"));
  }

  void apply(Record<ProcessInstanceRecordValue> record) {
    ProcessInstanceRecordValue value = record.getValue();
    String id = value.getProcessInstanceKey() + "_" + value.getElementId();
    if (record.getIntent() == ProcessInstanceIntent.SEQUENCE_FLOW_DELETED) {
      table().remove(id);
    } else if (record.getIntent() == ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN) {
      table()
          .put(
              new SequenceFlowRow(
                  id,
                  new Key(value.getProcessInstanceKey()),
                  new Key(value.getProcessDefinitionKey()),
                  value.getBpmnProcessId(),
                  value.getElementId(),
                  value.getTenantId()));
    }
  }
}
