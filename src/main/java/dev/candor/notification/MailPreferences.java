package dev.candor.notification;

import dev.candor.access.PersonId;

/** What people chose. */
public interface MailPreferences {

  MailChoice of(PersonId person);

  /** Counts for letters written from now on. */
  void choose(PersonId person, MailChoice choice);
}
