package dev.candor.cases;

import dev.candor.access.Person;

/**
 * Legal holds, set and lifted by counsel and the legal-process team, on each case whose reference
 * they know. Whoever deletes anything of a case asks {@link #isHeld} first, in the same
 * transaction.
 */
public interface LegalHolds {

  boolean isHeld(CaseReference reference);

  /**
   * @throws UnknownCase when there is no such case, or the person stepped out of it
   * @throws org.springframework.security.access.AccessDeniedException when it is not theirs to say
   * @throws dev.candor.web.RefusedByRule when it is held already
   */
  void set(CaseReference reference, String reason, Person by);

  /**
   * @throws UnknownCase when there is no such case, or the person stepped out of it
   * @throws org.springframework.security.access.AccessDeniedException when it is not theirs to say
   * @throws dev.candor.web.RefusedByRule when it is not held
   */
  void lift(CaseReference reference, String reason, Person by);
}
