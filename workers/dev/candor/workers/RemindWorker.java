package dev.candor.workers;

import dev.candor.notification.Mails;
import dev.candor.notification.Mails.Notice;
import dev.candor.process.JobTypes;
import io.camunda.client.annotation.ElementInstanceKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reminds the people a task is offered to that it is due soon. */
@Component
public class RemindWorker {

  private final Mails mails;
  private final Members members;

  RemindWorker(Mails mails, Members members) {
    this.mails = mails;
    this.members = members;
  }

  @JobWorker(type = JobTypes.REMIND)
  public void remind(@VariablesAsType Reminded job, @ElementInstanceKey long element) {
    mails.tell(
        Notice.DUE_SOON,
        job.caseReference(),
        members.of(job.caseReference(), job.groups()),
        "due-soon-" + element);
  }

  /**
   * @param groups candidate groups of the task
   */
  record Reminded(String caseReference, List<String> groups) implements OfACase {}
}
