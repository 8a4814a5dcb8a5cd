package dev.candor.workers;

import dev.candor.cases.CaseRegister;
import dev.candor.notification.Mails;
import dev.candor.notification.Mails.Notice;
import dev.candor.process.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the flagger that the flag arrived. */
@Component
public class ThankFlaggerWorker {

  private final CaseRegister register;
  private final Mails mails;

  ThankFlaggerWorker(CaseRegister register, Mails mails) {
    this.register = register;
    this.mails = mails;
  }

  @JobWorker(type = JobTypes.THANK_FLAGGER)
  public void thank(@VariablesAsType CaseVariables job) {
    var flagger = register.parties(job.reference()).flagger();
    mails.tell(Notice.FLAG_RECEIVED, job.caseReference(), List.of(flagger), "flagged");
  }
}
