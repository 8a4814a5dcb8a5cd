package dev.candor.workers;

import dev.candor.cases.PressInquiries;
import dev.candor.cases.PressInquiries.NewStatement;
import dev.candor.cases.PressInquiries.Settled;
import dev.candor.cases.PressInquiry.Answer;
import dev.candor.process.JobTypes;
import dev.candor.tasks.Submissions;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the answer to a press inquiry on the record: as settled, else as drafted and cleared. */
@Component
public class RecordStatementWorker {

  private final PressInquiries inquiries;
  private final Submissions submissions;

  RecordStatementWorker(PressInquiries inquiries, Submissions submissions) {
    this.inquiries = inquiries;
    this.submissions = submissions;
  }

  @JobWorker(type = JobTypes.RECORD_STATEMENT)
  public void record(@VariablesAsType InquiryVariables job) {
    var submission = submissions.get(job.submissionId());
    inquiries.recordStatement(
        job.inquiryId(),
        new NewStatement(
            submission.id(),
            submission.by(),
            settled(new Entered(submission.values())),
            submission.at()));
  }

  /** Null when counsel cleared the draft: that form asks for no words. */
  private static @Nullable Settled settled(Entered entered) {
    var words = entered.textIfAny("statement");
    return words == null ? null : new Settled(Answer.valueOf(entered.text("answer")), words);
  }
}
