package dev.candor.notification;

import dev.candor.access.Person;

/** Who may be told of a case. The register answers it; mail only asks. */
public interface Readers {

  /** What a reader may hear of a case. */
  enum Hearing {
    /** They stepped out of it, or were taken off. */
    NOTHING,
    /** They do not know the case; only that its route needs them. */
    ROUTE,
    ALL
  }

  Hearing of(Person person, String reference);
}
