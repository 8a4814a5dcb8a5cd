package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.Table;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.value.JobBatchRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import java.time.Instant;
import java.util.Map;

/** The jobs. */
public final class Jobs extends Projection<Key, JobRow> {

  Jobs() {
    super(
        new Table<>(JobRow.class, "jobKey", JobRow::jobKey)
            .indexedBy("processInstanceKey")
            .indexedBy("elementInstanceKey"));
  }

  void apply(Record<JobRecordValue> record) {
    String state =
        switch ((JobIntent) record.getIntent()) {
          case COMPLETED -> "COMPLETED";
          case CANCELED -> "CANCELED";
          case FAILED -> "FAILED";
          case ERROR_THROWN -> "ERROR_THROWN";
          case TIMED_OUT -> "TIMED_OUT";
          case RETRIES_UPDATED, UPDATED -> "RETRIES_UPDATED";
          case MIGRATED -> "MIGRATED";
          default -> "CREATED";
        };
    put(record.getKey(), record.getValue(), state, at(record));
  }

  /** Activation tells who works on a job and until when. */
  void applyBatch(Record<JobBatchRecordValue> record) {
    JobBatchRecordValue batch = record.getValue();
    for (int i = 0; i < batch.getJobKeys().size(); i++) {
      long key = batch.getJobKeys().get(i);
      put(key, batch.getJobs().get(i), "CREATED", at(record));
    }
  }

  private void put(long key, JobRecordValue job, String state, Instant at) {
    boolean ended =
        switch (state) {
          case "COMPLETED", "CANCELED", "ERROR_THROWN" -> true;
          case "FAILED" -> job.getRetries() < 1;
          default -> false;
        };
    boolean completed = state.equals("COMPLETED");
    table()
        .put(
            new JobRow(
                Key.of(key),
                Shared.text(job.getType()),
                Shared.text(job.getWorker()),
                state,
                job.getJobKind().name(),
                job.getJobListenerEventType().name(),
                job.getRetries(),
                state.equals("FAILED") && job.getRetries() > 0,
                completed ? job.getResult().isDenied() : null,
                completed ? Shared.textOrNone(job.getResult().getDeniedReason()) : null,
                Shared.textOrNone(job.getErrorCode()),
                Shared.textOrNone(job.getErrorMessage()),
                Map.copyOf(job.getCustomHeaders()),
                job.getDeadline() > 0 ? Instant.ofEpochMilli(job.getDeadline()) : null,
                ended ? at : null,
                Shared.text(job.getBpmnProcessId()),
                Key.of(job.getProcessDefinitionKey()),
                Key.of(job.getProcessInstanceKey()),
                Shared.text(job.getElementId()),
                Key.of(job.getElementInstanceKey()),
                Shared.text(job.getTenantId())));
  }
}
