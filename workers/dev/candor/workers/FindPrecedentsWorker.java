package dev.candor.workers;

import dev.candor.cases.TakingIn;
import dev.candor.process.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import org.springframework.stereotype.Component;

/** Puts the decided cases that resemble a case beside it. */
@Component
public class FindPrecedentsWorker {

  private final TakingIn takingIn;

  FindPrecedentsWorker(TakingIn takingIn) {
    this.takingIn = takingIn;
  }

  @JobWorker(type = JobTypes.FIND_PRECEDENTS)
  public void find(@VariablesAsType CaseVariables job) {
    takingIn.findPrecedents(job.reference());
  }
}
