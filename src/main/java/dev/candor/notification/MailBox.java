package dev.candor.notification;

import dev.candor.access.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the mail server of this JVM has received. There is such a bean only while no mail server is
 * configured. People see their own mail and nobody else's, administrators included: a reference in
 * a subject line already says that a case exists.
 */
public interface MailBox {

  /** Newest first. */
  List<Mail> of(PersonId owner);

  /** Empty also when the mail is somebody else's. */
  Optional<Mail> find(PersonId owner, String id);

  /**
   * @param id its Message-ID without angle brackets
   */
  record Mail(String id, String from, String to, String subject, String text, Instant at) {}
}
