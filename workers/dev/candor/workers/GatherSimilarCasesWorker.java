package dev.candor.workers;

import dev.candor.cases.CaseReference;
import dev.candor.cases.DiscussingPolicy;
import dev.candor.process.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import org.springframework.stereotype.Component;

/** Opens a policy discussion with the cases that resemble the one it comes from. */
@Component
public class GatherSimilarCasesWorker {

  private final DiscussingPolicy discussing;

  GatherSimilarCasesWorker(DiscussingPolicy discussing) {
    this.discussing = discussing;
  }

  @JobWorker(type = JobTypes.GATHER_SIMILAR_CASES)
  public void gather(@VariablesAsType Opened job) {
    discussing.open(new CaseReference(job.caseReference()), job.discussion());
  }

  record Opened(String caseReference, String discussion) implements OfACase {}
}
