package dev.candor.workers;

import dev.candor.cases.CaseReference;
import dev.candor.cases.TakingIn;
import dev.candor.cases.TakingIn.NewFacts;
import dev.candor.process.JobTypes;
import dev.candor.tasks.Submissions;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import org.springframework.stereotype.Component;

/** Writes what was completed into the register; answers the routing facts as they are now. */
@Component
public class RecordFactsWorker {

  private final TakingIn takingIn;
  private final Submissions submissions;

  RecordFactsWorker(TakingIn takingIn, Submissions submissions) {
    this.takingIn = takingIn;
    this.submissions = submissions;
  }

  @JobWorker(type = JobTypes.RECORD_FACTS)
  public KnownFacts record(@VariablesAsType SubmissionVariables job) {
    var submission = submissions.get(job.id());
    var known =
        takingIn.completeFacts(
            new CaseReference(job.caseReference()),
            new NewFacts(
                submission.id(),
                submission.by(),
                new Entered(submission.values()).allTexts(),
                submission.at()));
    return new KnownFacts(known.principalKind().name(), known.legalBasisGiven());
  }

  record KnownFacts(String principalKind, boolean legalBasisGiven) {}
}
