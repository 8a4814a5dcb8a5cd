package dev.candor.workers;

import dev.candor.cases.CaseReference;
import dev.candor.cases.FollowingUp;
import dev.candor.cases.FollowingUp.Written;
import dev.candor.process.JobTypes;
import dev.candor.tasks.Submissions;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import org.springframework.stereotype.Component;

/** Keeps with the case what the requester was told. */
@Component
public class RecordReplyWorker {

  private final FollowingUp followingUp;
  private final Submissions submissions;

  RecordReplyWorker(FollowingUp followingUp, Submissions submissions) {
    this.followingUp = followingUp;
    this.submissions = submissions;
  }

  @JobWorker(type = JobTypes.RECORD_REPLY)
  public void record(@VariablesAsType SubmissionVariables job) {
    var submission = submissions.get(job.id());
    followingUp.recordReply(
        new CaseReference(job.caseReference()),
        new Written(
            submission.id(),
            submission.by(),
            new Entered(submission.values()).text("reply"),
            submission.at()));
  }
}
