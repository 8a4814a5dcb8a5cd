package dev.candor.workers;

import dev.candor.cases.CaseReference;
import dev.candor.cases.TakingIn;
import dev.candor.cases.TakingIn.FoundGround;
import dev.candor.process.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps with a case the grounds that the table of policies found. */
@Component
public class RecordGroundsWorker {

  private final TakingIn takingIn;

  RecordGroundsWorker(TakingIn takingIn) {
    this.takingIn = takingIn;
  }

  @JobWorker(type = JobTypes.RECORD_GROUNDS)
  public void record(@VariablesAsType Found job) {
    takingIn.recordGrounds(
        new CaseReference(job.caseReference()),
        job.grounds().stream()
            .map(found -> new FoundGround(found.ground(), found.assessment()))
            .toList());
  }

  record Found(String caseReference, List<TableGround> grounds) implements OfACase {}

  /** A row of the table; which clause it is depends on the day, and is the register's to say. */
  record TableGround(String ground, boolean assessment) {}
}
