package dev.candor.cases;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Who can be mentioned in the discussion of a case, and where somebody was. */
public interface Mentions {

  /**
   * Those who take part in the discussion, by name, without who asks.
   *
   * @throws UnknownCase when there is none, or none that this person may know of
   * @throws org.springframework.security.access.AccessDeniedException when the discussion is not
   *     theirs
   */
  List<Reader> readers(CaseReference reference, Person by);

  /** The cases in which this person was mentioned and has not read it, the latest first. */
  List<CaseReference> unread(Person person);

  /**
   * They were shown what was said in the discussion at these times. A mention in what was said
   * since stays unread.
   */
  void read(CaseReference reference, Person person, Collection<Instant> saidAt);

  /**
   * @param written what to write to mention them and nobody else, with its {@code @}
   */
  record Reader(PersonId person, String name, String written) {}
}
