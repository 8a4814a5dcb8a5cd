package dev.candor.cases;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import java.util.Set;

/** Who stepped out of which case. From then on they see nothing of it and do nothing on it. */
public interface Recusals {

  /**
   * Cannot be taken back. Who works on a case may step out of it; counsel may say so for anybody,
   * the head of a desk for its people.
   *
   * @throws UnknownCase when there is none, or none that {@code by} may know of
   * @throws org.springframework.security.access.AccessDeniedException when it is not theirs to say
   * @throws dev.candor.web.InvalidInput when nobody is called {@code who}
   * @throws dev.candor.web.RefusedByRule when they stepped out before
   */
  void recuse(CaseReference reference, PersonId who, String reason, Person by);

  boolean isRecused(PersonId person, CaseReference reference);

  /** The cases this person stepped out of. */
  Set<CaseReference> of(PersonId person);

  /** Those who stepped out of this case. */
  Set<PersonId> from(CaseReference reference);
}
