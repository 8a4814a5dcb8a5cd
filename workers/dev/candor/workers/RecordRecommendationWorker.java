package dev.candor.workers;

import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.cases.CaseRegister.NewRecommendation;
import dev.candor.cases.RecommendationKind;
import dev.candor.cases.Reviewer;
import dev.candor.process.JobTypes;
import dev.candor.tasks.Submissions;
import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Writes a recommendation into the register; in which role, the diagram says in the header "role".
 */
@Component
public class RecordRecommendationWorker {

  private final CaseRegister register;
  private final Submissions submissions;

  RecordRecommendationWorker(CaseRegister register, Submissions submissions) {
    this.register = register;
    this.submissions = submissions;
  }

  @JobWorker(type = JobTypes.RECORD_RECOMMENDATION)
  public void record(
      @VariablesAsType SubmissionVariables job, @CustomHeaders Map<String, String> headers) {
    var submission = submissions.get(job.id());
    var entered = new Entered(submission.values());
    register.recordRecommendation(
        new CaseReference(job.caseReference()),
        new NewRecommendation(
            submission.id(),
            submission.by(),
            Reviewer.valueOf(headers.getOrDefault("role", Reviewer.DESK.name())),
            RecommendationKind.valueOf(entered.text("recommendation")),
            entered.text("rationale"),
            submission.at()));
  }
}
