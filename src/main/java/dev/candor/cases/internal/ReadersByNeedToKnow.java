package dev.candor.cases.internal;

import dev.candor.access.Acting;
import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.Recusals;
import dev.candor.notification.Readers;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
  public Map<String, Hearing> of(Person person, Set<String> references) {
    var cases = references.stream().map(CaseReference::new).collect(Collectors.toUnmodifiableSet());
    var sights = Acting.as(person, () -> sight.of(person, cases));
    return cases.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                CaseReference::value,
                known -> sights.containsKey(known) ? Hearing.ALL : unseen(person, known)));
  }

  private Hearing unseen(Person person, CaseReference reference) {
    return Acting.asServiceOn(
            "mail", reference.value(), () -> recusals.isRecused(person.id(), reference))
        ? Hearing.NOTHING
        : Hearing.ROUTE;
  }
}
