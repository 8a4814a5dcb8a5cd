package dev.candor.workers;

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

/** Tells the groups that the diagram names; of what, it says in the header "notice". */
@Component
public class TellGroupsWorker {

  private final Mails mails;
  private final Members members;

  TellGroupsWorker(Mails mails, Members members) {
    this.mails = mails;
    this.members = members;
  }

  @JobWorker(type = JobTypes.TELL_GROUPS)
  public void tell(
      @VariablesAsType Groups job,
      @CustomHeaders Map<String, String> headers,
      @ElementInstanceKey long elementInstance) {
    mails.tell(
        Notice.valueOf(headers.getOrDefault("notice", "")),
        job.caseReference(),
        members.of(job.caseReference(), job.groups()),
        "element-" + elementInstance);
  }

  /**
   * @param groups candidate groups, as tasks have them
   */
  record Groups(String caseReference, List<String> groups) implements OfACase {}
}
