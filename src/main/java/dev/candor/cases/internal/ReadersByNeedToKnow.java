package dev.candor.cases.internal;

import dev.candor.access.Acting;
import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.NeedToKnow;
import dev.candor.cases.NeedToKnow.Sight;
import dev.candor.cases.Recusals;
import dev.candor.notification.Readers;
import org.springframework.stereotype.Component;

/** Answers as the part of the service that delivers mail, on this one case. */
@Component
class ReadersByNeedToKnow implements Readers {

  private final NeedToKnow needToKnow;
  private final Recusals recusals;

  ReadersByNeedToKnow(NeedToKnow needToKnow, Recusals recusals) {
    this.needToKnow = needToKnow;
    this.recusals = recusals;
  }

  @Override
  public Hearing of(Person person, String reference) {
    return Acting.asServiceOn(
        "mail", reference, () -> hearing(person, new CaseReference(reference)));
  }

  private Hearing hearing(Person person, CaseReference reference) {
    if (recusals.isRecused(person.id(), reference)) {
      return Hearing.NOTHING;
    }
    return needToKnow.of(person, reference) == Sight.NONE ? Hearing.ROUTE : Hearing.ALL;
  }
}
