package dev.candor.cases.internal;

import dev.candor.access.Acting;
import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.NeedToKnow;
import dev.candor.cases.NeedToKnow.Sight;
import dev.candor.cases.Recusals;
import dev.candor.notification.Readers;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers as the part of the service that delivers mail, on this one case. */
@Component
class ReadersByNeedToKnow implements Readers {

  private final NeedToKnow needToKnow;
  private final Recusals recusals;
  private final TransactionTemplate transaction;

  ReadersByNeedToKnow(NeedToKnow needToKnow, Recusals recusals, TransactionTemplate transaction) {
    this.needToKnow = needToKnow;
    this.recusals = recusals;
    this.transaction = transaction;
  }

  @Override
  public Hearing of(Person person, String reference) {
    return Acting.asServiceOn(
        "mail",
        reference,
        () ->
            Objects.requireNonNull(
                transaction.execute(status -> hearing(person, new CaseReference(reference)))));
  }

  private Hearing hearing(Person person, CaseReference reference) {
    if (needToKnow.of(person, reference) != Sight.NONE) {
      return Hearing.ALL;
    }
    return recusals.isRecused(person.id(), reference) ? Hearing.NOTHING : Hearing.ROUTE;
  }
}
