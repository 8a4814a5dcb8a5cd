package dev.candor.cases;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import java.time.Instant;

/** Who does not agree with what was recommended or decided: entries of their own words. */
public interface Dissents {

  /**
   * @param words why; they stay in the register
   * @throws UnknownCase when there is none, or none that they may know of
   * @throws org.springframework.security.access.AccessDeniedException when it is not theirs to say
   * @throws dev.candor.web.RefusedByRule when there is nothing to dissent from, or it is their own
   *     decision
   */
  Dissent add(CaseReference reference, String words, Person by);

  record Dissent(PersonId by, String words, Instant at) {}
}
