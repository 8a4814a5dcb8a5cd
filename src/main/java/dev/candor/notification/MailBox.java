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
   * @param language of its words, such as {@code he}; empty when it does not say
   * @param html the same as the text, as a mail program shows it; empty when it has none
   */
  record Mail(
      String id,
      String from,
      String to,
      String subject,
      String language,
      String text,
      String html,
      Instant at) {}
}
