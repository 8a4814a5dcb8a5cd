package dev.candor.workers;

import dev.candor.cases.CaseReference;
import dev.candor.cases.DiscussingPolicy;
import dev.candor.policy.PolicyDiscussion.Draft;
import dev.candor.process.JobTypes;
import dev.candor.tasks.Submissions;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import org.springframework.stereotype.Component;

/** Puts the draft of a new policy version into the register. */
@Component
public class RecordPolicyDraftWorker {

  private final DiscussingPolicy discussing;
  private final Submissions submissions;

  RecordPolicyDraftWorker(DiscussingPolicy discussing, Submissions submissions) {
    this.discussing = discussing;
    this.submissions = submissions;
  }

  @JobWorker(type = JobTypes.RECORD_POLICY_DRAFT)
  public void record(@VariablesAsType DiscussionVariables job) {
    var submission = submissions.get(job.id());
    var entered = new Entered(submission.values());
    discussing.draft(
        new CaseReference(job.caseReference()),
        job.discussion(),
        new Draft(
            submission.id(),
            entered.text("policy"),
            entered.text("title"),
            entered.text("wording"),
            entered.text("rationale"),
            submission.by(),
            submission.at()));
  }
}
