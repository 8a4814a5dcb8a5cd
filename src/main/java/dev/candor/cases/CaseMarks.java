package dev.candor.cases;

import dev.candor.access.Person;
import java.util.Optional;

/** Whether a case is as somebody saw it. */
public interface CaseMarks {

  /**
   * Changes when something changes of what this person sees of the case, and says nothing of what
   * that is. In a transaction of theirs, whoever calls.
   *
   * @return letters and digits; empty when there is no case, or none that they may know of
   */
  Optional<String> of(Person person, CaseReference reference);
}
