package dev.candor.workers;

import dev.candor.cases.PressInquiries;
import dev.candor.cases.PressInquiry.Clearance;
import dev.candor.cases.PressInquiry.Verdict;
import dev.candor.process.JobTypes;
import dev.candor.tasks.Submissions;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import org.springframework.stereotype.Component;

/** Keeps with a press inquiry what counsel said to its draft. */
@Component
public class RecordPressClearanceWorker {

  private final PressInquiries inquiries;
  private final Submissions submissions;

  RecordPressClearanceWorker(PressInquiries inquiries, Submissions submissions) {
    this.inquiries = inquiries;
    this.submissions = submissions;
  }

  @JobWorker(type = JobTypes.RECORD_PRESS_CLEARANCE)
  public void record(@VariablesAsType InquiryVariables job) {
    var submission = submissions.get(job.submissionId());
    var entered = new Entered(submission.values());
    inquiries.recordClearance(
        job.inquiryId(),
        new Clearance(
            submission.id(),
            submission.by(),
            Verdict.valueOf(entered.text("clearance")),
            entered.text("rationale"),
            submission.at()));
  }
}
