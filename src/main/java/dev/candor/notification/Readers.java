package dev.candor.notification;

import dev.candor.access.Person;
import java.util.Map;
import java.util.Set;

/** Who may be told of cases. The register answers it; mail only asks. */
public interface Readers {

  /** What a reader may hear of a case. */
  enum Hearing {
    /** They stepped out of it, or were taken off. */
    NOTHING,
    /** They do not know the case; only that its route needs them. */
    ROUTE,
    ALL
  }

  /**
   * What they may hear of each of these cases, asked at once.
   *
   * @return for each reference, also where there is no such case
   */
  Map<String, Hearing> of(Person person, Set<String> references);
}
