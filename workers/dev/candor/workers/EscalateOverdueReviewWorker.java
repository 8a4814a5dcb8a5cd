package dev.candor.workers;

import dev.candor.access.Groups;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.notification.Mails;
import dev.candor.notification.Mails.Notice;
import dev.candor.process.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import java.util.List;
import org.springframework.stereotype.Component;

/** Passes a case up whose review was not finished in time, and tells everybody concerned. */
@Component
public class EscalateOverdueReviewWorker {

  private final CaseRegister register;
  private final Mails mails;
  private final Members members;

  EscalateOverdueReviewWorker(CaseRegister register, Mails mails, Members members) {
    this.register = register;
    this.mails = mails;
    this.members = members;
  }

  @JobWorker(type = JobTypes.ESCALATE_OVERDUE_REVIEW)
  public void escalate(@VariablesAsType AtDesk job) {
    register.escalateOverdueReview(new CaseReference(job.caseReference()));
    var concerned =
        members.of(
            job.caseReference(),
            List.of(Groups.desk(job.desk()), Groups.deskHead(job.desk()), Groups.COUNSEL));
    mails.tell(Notice.REVIEW_OVERDUE, job.caseReference(), concerned, "review-overdue");
  }
}
