package dev.candor.workers;

import dev.candor.cases.CaseReference;
import dev.candor.cases.DiscussingPolicy;
import dev.candor.policy.PolicyDiscussion.Conclusion;
import dev.candor.policy.PolicyDiscussion.Result;
import dev.candor.process.JobTypes;
import dev.candor.tasks.Submissions;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import org.springframework.stereotype.Component;

/** Writes into the register what came of a policy discussion. */
@Component
public class RecordConclusionWorker {

  private final DiscussingPolicy discussing;
  private final Submissions submissions;

  RecordConclusionWorker(DiscussingPolicy discussing, Submissions submissions) {
    this.discussing = discussing;
    this.submissions = submissions;
  }

  @JobWorker(type = JobTypes.RECORD_CONCLUSION)
  public void record(@VariablesAsType DiscussionVariables job) {
    var submission = submissions.get(job.id());
    var entered = new Entered(submission.values());
    discussing.conclude(
        new CaseReference(job.caseReference()),
        job.discussion(),
        new Conclusion(
            submission.id(),
            submission.by(),
            Result.valueOf(entered.text("conclusion")),
            entered.text("rationale"),
            submission.at()));
  }
}
