package dev.candor.workers;

import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.notification.Mails;
import dev.candor.notification.Mails.Notice;
import dev.candor.process.JobTypes;
import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.ElementInstanceKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Notes that a step is late, and tells whom the diagram names. Which step, it says in the header
 * "step"; with which mail, in the header "notice" (not set: that the task stays).
 */
@Component
public class ReportOverdueWorker {

  private final CaseRegister register;
  private final Mails mails;
  private final Members members;

  ReportOverdueWorker(CaseRegister register, Mails mails, Members members) {
    this.register = register;
    this.mails = mails;
    this.members = members;
  }

  @JobWorker(type = JobTypes.REPORT_OVERDUE)
  public void report(
      @VariablesAsType Overdue job,
      @CustomHeaders Map<String, String> headers,
      @ElementInstanceKey long element) {
    var reference = new CaseReference(job.caseReference());
    register.noteOverdue(reference, headers.getOrDefault("step", ""), element);
    mails.tell(
        Notice.valueOf(headers.getOrDefault("notice", Notice.STEP_OVERDUE.name())),
        job.caseReference(),
        members.of(job.caseReference(), job.groups()),
        "overdue-" + element);
  }

  /**
   * @param groups candidate groups: the task's, and who answers for them
   */
  record Overdue(String caseReference, List<String> groups) implements OfACase {}
}
