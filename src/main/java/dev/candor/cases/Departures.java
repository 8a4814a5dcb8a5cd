package dev.candor.cases;

import dev.candor.access.Person;
import java.util.List;

/**
 * Whether a decision departs from precedents: of those that the decider may know of and that say
 * yes, no or whose it is, more than half went another way.
 */
public interface Departures {

  /**
   * @return the precedents that were decided another way when they are most of them; none when the
   *     outcome does not depart
   */
  List<CaseLine> from(Person decider, CaseReference reference, Outcome outcome);
}
