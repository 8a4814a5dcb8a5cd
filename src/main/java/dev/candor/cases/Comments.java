package dev.candor.cases;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import java.time.Instant;
import java.util.List;

/**
 * The privileged discussion of a case: for those who need to know it, never for its flagger. What
 * was said stays.
 */
public interface Comments {

  /**
   * The desk of whoever is mentioned in the words, as {@code @} and a name or an id, names the
   * case, and they get a letter as they chose: at once, with others, or none.
   *
   * @throws UnknownCase when there is none, or none that this person may know of
   * @throws org.springframework.security.access.AccessDeniedException for the flagger, and for who
   *     sees the state only
   * @throws NotForThem when somebody is mentioned by their full name who takes no part in the
   *     discussion
   */
  Comment add(CaseReference reference, String words, Person by);

  /** One thing that somebody said. */
  record Comment(PersonId by, String words, Instant at, List<Mention> mentions) {}

  /**
   * @param written as it stands in the words, with its {@code @}
   */
  record Mention(PersonId person, String written) {}

  /** Somebody is mentioned who must not know of the discussion. It does not say who. */
  class NotForThem extends RuntimeException {

    public NotForThem() {
      super(
          "Mention only people who work on this case: somebody whom you mention does not, and was"
              + " not told");
    }
  }
}
