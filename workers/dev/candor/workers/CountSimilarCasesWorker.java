package dev.candor.workers;

import dev.candor.cases.SimilarCases;
import dev.candor.process.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import org.springframework.stereotype.Component;

/** Answers how many cases like this one there were within a year, this one included. */
@Component
public class CountSimilarCasesWorker {

  private final SimilarCases similar;

  CountSimilarCasesWorker(SimilarCases similar) {
    this.similar = similar;
  }

  @JobWorker(type = JobTypes.COUNT_SIMILAR_CASES)
  public Count count(@VariablesAsType CaseVariables job) {
    return new Count(similar.inTheYearUpTo(job.reference()));
  }

  record Count(int similarCases) {}
}
