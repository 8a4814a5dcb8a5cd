package dev.candor.workers;

import dev.candor.cases.PuttingInWriting;
import dev.candor.process.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import org.springframework.stereotype.Component;

/** Notes that the other side did not write in time. */
@Component
public class RecordSilenceWorker {

  private final PuttingInWriting writing;

  RecordSilenceWorker(PuttingInWriting writing) {
    this.writing = writing;
  }

  @JobWorker(type = JobTypes.RECORD_SILENCE)
  public void record(@VariablesAsType CaseVariables job) {
    writing.noteSilence(job.reference());
  }
}
