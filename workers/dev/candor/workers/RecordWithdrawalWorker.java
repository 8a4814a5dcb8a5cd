package dev.candor.workers;

import dev.candor.cases.CaseRegister;
import dev.candor.process.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import org.springframework.stereotype.Component;

/** Ends a case whose request was withdrawn. */
@Component
public class RecordWithdrawalWorker {

  private final CaseRegister register;

  RecordWithdrawalWorker(CaseRegister register) {
    this.register = register;
  }

  @JobWorker(type = JobTypes.RECORD_WITHDRAWAL)
  public void record(@VariablesAsType CaseVariables job) {
    register.recordWithdrawal(job.reference());
  }
}
