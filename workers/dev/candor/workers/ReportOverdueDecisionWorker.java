package dev.candor.workers;

import dev.candor.access.Groups;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.notification.Mails;
import dev.candor.notification.Mails.Notice;
import dev.candor.process.JobTypes;
import io.camunda.client.annotation.ElementInstanceKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import java.util.List;
import org.springframework.stereotype.Component;

/** Notes that a decision is late, and tells the head of the desk and counsel. */
@Component
public class ReportOverdueDecisionWorker {

  private final CaseRegister register;
  private final Mails mails;
  private final Members members;

  ReportOverdueDecisionWorker(CaseRegister register, Mails mails, Members members) {
    this.register = register;
    this.mails = mails;
    this.members = members;
  }

  @JobWorker(type = JobTypes.REPORT_OVERDUE_DECISION)
  public void report(@VariablesAsType AtDesk job, @ElementInstanceKey long element) {
    register.noteOverdueDecision(new CaseReference(job.caseReference()));
    mails.tell(
        Notice.DECISION_OVERDUE,
        job.caseReference(),
        members.of(job.caseReference(), List.of(Groups.deskHead(job.desk()), Groups.COUNSEL)),
        "decision-overdue-" + element);
  }
}
