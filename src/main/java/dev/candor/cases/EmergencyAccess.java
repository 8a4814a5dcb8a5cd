package dev.candor.cases;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.Role;
import java.time.Instant;
import java.util.List;

/**
 * Cases opened by somebody who has no part in them ("break-glass"). They read all of it for a
 * while, and do nothing on it; counsel are told at once, and the case says so for good.
 */
public interface EmergencyAccess {

  /** As many as {@link #known} answers at once. */
  int MOST = 200;

  /** Counsel, who answer for cases, and auditors, who answer for nobody. */
  static boolean mayOpen(Person person) {
    return (person.is(Role.COUNSEL) || person.is(Role.AUDITOR))
        && !person.is(Role.ADMIN)
        && !person.is(Role.MANAGER);
  }

  /**
   * Ends by itself.
   *
   * @throws UnknownCase when there is none, or they stepped out of it
   * @throws org.springframework.security.access.AccessDeniedException when it is not theirs to do
   * @throws dev.candor.web.RefusedByRule when they have a part in it, or it is open to them already
   */
  Opened open(CaseReference reference, String reason, Person by);

  /**
   * What counsel answer for: all of them but those of cases they stepped out of. Others find their
   * own. Newest first.
   *
   * @throws org.springframework.security.access.AccessDeniedException when nothing of it is theirs
   */
  List<Opened> known(Person viewer);

  record Opened(String reference, PersonId by, String reason, Instant at, Instant endsAt) {}
}
