package dev.candor.notification.internal;

import dev.candor.access.PersonId;
import dev.candor.notification.Mails;
import dev.candor.outbox.Courier;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class OutboxMails implements Mails {

  private final MailOutbox outbox;
  private final Courier mailCourier;

  OutboxMails(MailOutbox outbox, Courier mailCourier) {
    this.outbox = outbox;
    this.mailCourier = mailCourier;
  }

  @Override
  @Transactional
  public void tell(Notice notice, String reference, Collection<PersonId> people, String occasion) {
    if (!outbox.told(notice, reference, occasion)) {
      Set.copyOf(people).forEach(person -> outbox.add(notice, reference, person, occasion));
      mailCourier.callAfterCommit();
    }
  }
}
