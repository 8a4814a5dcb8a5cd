package dev.candor.workers;

import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.cases.CaseRegister.Triage;
import dev.candor.cases.Severity;
import dev.candor.process.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import org.springframework.stereotype.Component;

/** Writes severity and desk into the register. */
@Component
public class RecordTriageWorker {

  private final CaseRegister register;

  RecordTriageWorker(CaseRegister register) {
    this.register = register;
  }

  @JobWorker(type = JobTypes.RECORD_TRIAGE)
  public void record(@VariablesAsType Triaged job) {
    register.recordTriage(
        new CaseReference(job.caseReference()),
        new Triage(Severity.valueOf(job.severity()), job.desk()));
  }

  record Triaged(String caseReference, String severity, String desk) implements OfACase {}
}
