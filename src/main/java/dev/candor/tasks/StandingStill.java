package dev.candor.tasks;

import dev.candor.access.Person;
import java.util.List;

/** Tasks that nobody may take any more, for those who can mend it. */
public interface StandingStill {

  /**
   * All for process owners, who see no more of a case than this; those of their desks for heads.
   */
  List<Still> of(Person person);

  /**
   * @param name of the task
   * @param candidateGroups to one of which somebody has to be added
   */
  record Still(String reference, String name, List<String> candidateGroups) {}
}
