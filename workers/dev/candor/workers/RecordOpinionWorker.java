package dev.candor.workers;

import dev.candor.policy.PolicyDiscussion.Opinion;
import dev.candor.policy.PolicyDiscussion.View;
import dev.candor.policy.PolicyDiscussions;
import dev.candor.process.JobTypes;
import dev.candor.tasks.Submissions;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Adds to a policy discussion what somebody thinks for their group. */
@Component
public class RecordOpinionWorker {

  private final PolicyDiscussions discussions;
  private final Submissions submissions;

  RecordOpinionWorker(PolicyDiscussions discussions, Submissions submissions) {
    this.discussions = discussions;
    this.submissions = submissions;
  }

  @JobWorker(type = JobTypes.RECORD_OPINION)
  public void record(@VariablesAsType Given job) {
    var submission = submissions.get(UUID.fromString(job.submission()));
    var entered = new Entered(submission.values());
    discussions.add(
        job.discussion(),
        new Opinion(
            submission.id(),
            job.group(),
            submission.by(),
            View.valueOf(entered.text("opinion")),
            entered.text("rationale"),
            submission.at()));
  }

  /**
   * @param group whom they speak for
   */
  record Given(String caseReference, String discussion, String group, String submission)
      implements OfACase {}
}
