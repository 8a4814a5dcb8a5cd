package dev.candor.workers;

import dev.candor.cases.CaseRegister;
import dev.candor.process.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.ProcessInstanceKey;
import io.camunda.client.annotation.VariablesAsType;
import org.springframework.stereotype.Component;

/** Notes which process instance carries a case: the one all others are called from. */
@Component
public class NoteProcessWorker {

  private final CaseRegister register;

  NoteProcessWorker(CaseRegister register) {
    this.register = register;
  }

  @JobWorker(type = JobTypes.NOTE_PROCESS)
  public void note(@VariablesAsType CaseVariables job, @ProcessInstanceKey long instance) {
    register.carriedBy(job.reference(), instance);
  }
}
