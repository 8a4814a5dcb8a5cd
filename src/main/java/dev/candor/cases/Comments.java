package dev.candor.cases;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import java.time.Instant;

/**
 * The privileged discussion of a case: for those who need to know it, never for its flagger. What
 * was said stays.
 */
public interface Comments {

  /**
   * @throws UnknownCase when there is none, or none that this person may know of
   * @throws org.springframework.security.access.AccessDeniedException for the flagger, and for who
   *     sees the state only
   */
  Comment add(CaseReference reference, String words, Person by);

  /** One thing that somebody said. */
  record Comment(PersonId by, String words, Instant at) {}
}
