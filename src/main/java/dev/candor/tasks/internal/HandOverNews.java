package dev.candor.tasks.internal;

import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.cases.HandOver;
import dev.candor.cases.Recusals;
import dev.candor.notification.Mails;
import dev.candor.notification.Mails.Notice;
import dev.candor.tasks.HumanTask;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The case says who has a task now, and so do letters to those of the two who did not ask. */
@Component
class HandOverNews {

  private final CaseRegister register;
  private final People people;
  private final Recusals recusals;
  private final Mails mails;

  HandOverNews(CaseRegister register, People people, Recusals recusals, Mails mails) {
    this.register = register;
    this.people = people;
    this.recusals = recusals;
    this.mails = mails;
  }

  /** In the caller's transaction. */
  void tell(HumanTask task, AgreedHandOver handOver) {
    register.noteHandOver(
        new CaseReference(task.reference()), handOver.how(), handOver.askedBy(), handOver.to());
    var lapsed = handOver.how() == HandOver.CLAIM_LAPSED;
    if (!lapsed && !handOver.to().equals(handOver.askedBy())) {
      tell(Notice.TASK_HANDED_OVER, task, handOver, handOver.to());
    }
    var from = handOver.from();
    if (from != null && !from.equals(handOver.askedBy())) {
      tell(Notice.TASK_TAKEN_OVER, task, handOver, from);
    }
  }

  /** The task is its groups' again; whoever stepped out of the case hears nothing of it. */
  void offeredAgain(HumanTask task, String occasion) {
    var recused = recusals.from(new CaseReference(task.reference()));
    var next =
        task.candidateGroups().stream()
            .flatMap(group -> people.inGroup(group).stream())
            .map(Person::id)
            .filter(member -> !recused.contains(member))
            .collect(Collectors.toSet());
    mails.tell(Notice.TASK_OFFERED, task.reference(), next, occasion);
  }

  private void tell(Notice notice, HumanTask task, AgreedHandOver handOver, PersonId person) {
    mails.tell(
        notice,
        task.reference(),
        Set.of(person),
        "task-%d-at-%d".formatted(task.key(), handOver.askedAt().toEpochMilli()));
  }
}
