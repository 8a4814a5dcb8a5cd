package dev.candor.access;

import org.jspecify.annotations.Nullable;

/**
 * Whose transaction it is: a person's, or that of a named part of the service, which sees one case
 * at most.
 *
 * @param reference the case that the service works on; null for a person, and for what needs none
 */
public record Identity(
    @Nullable Person person, @Nullable String service, @Nullable String reference) {

  /** Nobody's: no row of any case is seen. */
  public static final Identity NOBODY = new Identity(null, null, null);

  public Identity {
    if (person != null && (service != null || reference != null)) {
      throw new IllegalArgumentException("A transaction is a person's or the service's, not both");
    }
    if (reference != null && service == null) {
      throw new IllegalArgumentException("Only the service works on a case without a person");
    }
  }

  public static Identity of(Person person) {
    return new Identity(person, null, null);
  }
}
