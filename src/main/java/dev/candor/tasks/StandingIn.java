package dev.candor.tasks;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.StandIns.StandIn;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Stand-ins for a while: they take what is offered to the groups of who is away, and go on with
 * what those hold when they say so. Nothing moves by itself, and nobody may more by it than who is
 * away.
 */
public interface StandingIn {

  /** Those of and for this person, and those a head named for their desk's people; none over. */
  List<StandIn> about(Person person);

  /** Whom this person may name a stand-in for, themself first; nobody when they have no tasks. */
  List<Person> mayBeAway(Person person);

  /** Who may stand in, by name: whoever works on cases. */
  List<Person> mayStandIn();

  /**
   * @param from first day, in the zone of who is away
   * @param until last day
   * @throws dev.candor.web.InvalidInput naming the field that is to blame
   * @throws org.springframework.security.access.AccessDeniedException when it is not theirs to say
   */
  StandIn name(Person by, PersonId absent, PersonId standIn, LocalDate from, LocalDate until);

  /**
   * Who is away, who stands in, and the head of the desk may end it at any time.
   *
   * @throws org.springframework.security.access.AccessDeniedException when it is not theirs to say,
   *     or there is none
   */
  void end(Person by, UUID id);
}
