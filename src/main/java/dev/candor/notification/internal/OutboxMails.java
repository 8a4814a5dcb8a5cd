package dev.candor.notification.internal;

import dev.candor.access.People;
import dev.candor.access.PersonId;
import dev.candor.notification.MailChoice;
import dev.candor.notification.MailChoice.Delivery;
import dev.candor.notification.MailKind;
import dev.candor.notification.Mails;
import dev.candor.notification.ReportKind;
import dev.candor.notification.Reporting;
import dev.candor.notification.internal.MailOutbox.ToReader;
import dev.candor.outbox.Courier;
import java.time.Clock;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class OutboxMails implements Mails, Reporting {

  private final MailOutbox outbox;
  private final MailChoices choices;
  private final People people;
  private final Courier mailCourier;
  private final Clock clock;

  OutboxMails(
      MailOutbox outbox, MailChoices choices, People people, Courier mailCourier, Clock clock) {
    this.outbox = outbox;
    this.choices = choices;
    this.people = people;
    this.mailCourier = mailCourier;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void tell(Notice notice, String reference, Collection<PersonId> people, String occasion) {
    var choices = this.choices.of(people);
    var letters =
        people.stream()
            .distinct()
            .map(person -> letter(person, choices.getOrDefault(person, MailChoice.DEFAULT), notice))
            .toList();
    if (outbox.add(notice, reference, occasion, letters)) {
      mailCourier.callAfterCommit();
    }
  }

  @Override
  @Transactional
  public void tell(ReportKind kind, PersonId person, String occasion) {
    var wanted = choices.of(person).of(MailKind.of(kind)) != Delivery.NEVER;
    if (outbox.add(kind, person, occasion, wanted)) {
      mailCourier.callAfterCommit();
    }
  }

  /** As they chose. Whoever is not known any more has chosen nothing. */
  private ToReader letter(PersonId person, MailChoice choice, Notice notice) {
    var delivery = choice.of(MailKind.of(notice));
    var gatherAt =
        delivery == Delivery.DIGEST
            ? people
                .find(person)
                .map(reader -> MailChoices.nextDigest(clock.instant(), choice.digestHour(), reader))
                .orElse(null)
            : null;
    return new ToReader(person, gatherAt, delivery != Delivery.NEVER);
  }
}
