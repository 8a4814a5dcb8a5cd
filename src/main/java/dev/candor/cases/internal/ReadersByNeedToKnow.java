package dev.candor.cases.internal;

import dev.candor.access.Acting;
import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.NeedToKnow.Sight;
import dev.candor.cases.Recusals;
import dev.candor.notification.Readers;
import org.springframework.stereotype.Component;

/**
 * Whoever sees a case themselves may hear of it. Of a case that they do not see, the part of the
 * service that delivers mail asks whether they stepped out of it.
 */
@Component
class ReadersByNeedToKnow implements Readers {

  private final OwnSight sight;
  private final Recusals recusals;

  ReadersByNeedToKnow(OwnSight sight, Recusals recusals) {
    this.sight = sight;
    this.recusals = recusals;
  }

  @Override
  public Hearing of(Person person, String reference) {
    var known = new CaseReference(reference);
    if (Acting.as(person, () -> sight.of(person, known)) != Sight.NONE) {
      return Hearing.ALL;
    }
    return Acting.asServiceOn("mail", reference, () -> recusals.isRecused(person.id(), known))
        ? Hearing.NOTHING
        : Hearing.ROUTE;
  }
}
