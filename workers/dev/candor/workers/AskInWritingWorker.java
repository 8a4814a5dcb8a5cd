package dev.candor.workers;

import dev.candor.access.Groups;
import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.cases.PuttingInWriting;
import dev.candor.notification.Mails;
import dev.candor.notification.Mails.Notice;
import dev.candor.process.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Notes that the request is asked for in writing, and tells who can ask: flagger and desk. */
@Component
public class AskInWritingWorker {

  private final PuttingInWriting writing;
  private final CaseRegister register;
  private final Mails mails;
  private final Members members;

  AskInWritingWorker(
      PuttingInWriting writing, CaseRegister register, Mails mails, Members members) {
    this.writing = writing;
    this.register = register;
    this.mails = mails;
    this.members = members;
  }

  @JobWorker(type = JobTypes.ASK_IN_WRITING)
  public void ask(@VariablesAsType AtDesk job) {
    var reference = new CaseReference(job.caseReference());
    writing.ask(reference);
    var concerned =
        new LinkedHashSet<PersonId>(
            members.of(job.caseReference(), List.of(Groups.desk(job.desk()))));
    concerned.add(register.parties(reference).flagger());
    mails.tell(Notice.ASKED_IN_WRITING, job.caseReference(), concerned, "asked-in-writing");
  }
}
