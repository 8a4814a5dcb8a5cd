package dev.candor.notification;

import dev.candor.access.PersonId;

/** Tells people by mail what is about no case. */
public interface Reporting {

  /**
   * Puts one mail into the outbox, in the caller's transaction. What it says is asked of {@link
   * Reports} when it is sent; whoever wants no such letter gets none.
   *
   * @param occasion what makes it one of a kind; a second call with the same person and occasion
   *     tells nothing
   */
  void tell(ReportKind kind, PersonId person, String occasion);
}
