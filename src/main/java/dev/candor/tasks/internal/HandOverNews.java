package dev.candor.tasks.internal;

import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.notification.Mails;
import dev.candor.notification.Mails.Notice;
import dev.candor.tasks.HumanTask;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The case says who has a task now, and so do letters to those of the two who did not ask. */
@Component
class HandOverNews {

  private final CaseRegister register;
  private final Mails mails;

  HandOverNews(CaseRegister register, Mails mails) {
    this.register = register;
    this.mails = mails;
  }

  /** In the caller's transaction. */
  void tell(HumanTask task, AgreedHandOver handOver) {
    register.noteHandOver(
        new CaseReference(task.reference()), handOver.how(), handOver.askedBy(), handOver.to());
    if (!handOver.to().equals(handOver.askedBy())) {
      tell(Notice.TASK_HANDED_OVER, task, handOver, handOver.to());
    }
    var from = handOver.from();
    if (from != null && !from.equals(handOver.askedBy())) {
      tell(Notice.TASK_TAKEN_OVER, task, handOver, from);
    }
  }

  private void tell(Notice notice, HumanTask task, AgreedHandOver handOver, PersonId person) {
    mails.tell(
        notice,
        task.reference(),
        Set.of(person),
        "task-%d-at-%d".formatted(task.key(), handOver.askedAt().toEpochMilli()));
  }
}
