package dev.candor.workers;

import dev.candor.cases.CaseRegister;
import dev.candor.process.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import org.springframework.stereotype.Component;

/** Closes a decided case: nothing is left to do. */
@Component
public class CloseCaseWorker {

  private final CaseRegister register;

  CloseCaseWorker(CaseRegister register) {
    this.register = register;
  }

  @JobWorker(type = JobTypes.CLOSE_CASE)
  public void close(@VariablesAsType CaseVariables job) {
    register.close(job.reference());
  }
}
