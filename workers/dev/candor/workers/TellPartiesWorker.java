package dev.candor.workers;

import dev.candor.access.PersonId;
import dev.candor.cases.CaseRegister;
import dev.candor.notification.Mails;
import dev.candor.notification.Mails.Notice;
import dev.candor.process.JobTypes;
import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.ElementInstanceKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells flagger, desk and participants; of what, the diagram says in the header "notice". Where its
 * header "flagger" is "no", it is none of the flagger's business.
 */
@Component
public class TellPartiesWorker {

  private final CaseRegister register;
  private final Mails mails;
  private final Members members;

  TellPartiesWorker(CaseRegister register, Mails mails, Members members) {
    this.register = register;
    this.mails = mails;
    this.members = members;
  }

  @JobWorker(type = JobTypes.TELL_PARTIES)
  public void tell(
      @VariablesAsType CaseVariables job,
      @CustomHeaders Map<String, String> headers,
      @ElementInstanceKey long element) {
    var notice = Notice.valueOf(headers.getOrDefault("notice", Notice.DECIDED.name()));
    var parties = register.parties(job.reference());
    var concerned = new LinkedHashSet<PersonId>(parties.participants());
    if (!headers.getOrDefault("flagger", "yes").equals("no")) {
      concerned.add(parties.flagger());
    }
    if (parties.deskGroup() != null) {
      concerned.addAll(members.of(job.caseReference(), List.of(parties.deskGroup())));
    }
    mails.tell(notice, job.caseReference(), concerned, "parties-" + element);
  }
}
