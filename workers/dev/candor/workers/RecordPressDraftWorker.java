package dev.candor.workers;

import dev.candor.cases.PressInquiries;
import dev.candor.cases.PressInquiry.Answer;
import dev.candor.cases.PressInquiry.Draft;
import dev.candor.process.JobTypes;
import dev.candor.tasks.Submissions;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import org.springframework.stereotype.Component;

/** Keeps with a press inquiry what communications drafted. */
@Component
public class RecordPressDraftWorker {

  private final PressInquiries inquiries;
  private final Submissions submissions;

  RecordPressDraftWorker(PressInquiries inquiries, Submissions submissions) {
    this.inquiries = inquiries;
    this.submissions = submissions;
  }

  @JobWorker(type = JobTypes.RECORD_PRESS_DRAFT)
  public void record(@VariablesAsType InquiryVariables job) {
    var submission = submissions.get(job.submissionId());
    var entered = new Entered(submission.values());
    inquiries.recordDraft(
        job.inquiryId(),
        new Draft(
            submission.id(),
            submission.by(),
            Answer.valueOf(entered.text("answer")),
            entered.text("statement"),
            entered.text("rationale"),
            submission.at()));
  }
}
