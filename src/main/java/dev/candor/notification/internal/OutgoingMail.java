package dev.candor.notification.internal;

import dev.candor.notification.Language;
import dev.candor.notification.MailChoice;
import dev.candor.notification.Mails.Notice;
import dev.candor.notification.ReportKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One mail in the outbox, claimed for sending.
 *
 * @param notice null for a digest and a report, and so is the reference
 * @param report null for all but a report
 * @param occasion what made it be told
 * @param oldSince from when its age counts: when it was written, or asked for by hand
 * @param attempts including this one
 * @param chosenLanguage null for who chose nothing
 */
record OutgoingMail(
    UUID id,
    @Nullable Notice notice,
    @Nullable String reference,
    @Nullable ReportKind report,
    String occasion,
    String person,
    String messageId,
    Instant createdAt,
    Instant oldSince,
    int attempts,
    @Nullable Language chosenLanguage) {

  /** In which its reader wants it. */
  Language language() {
    return chosenLanguage == null ? MailChoice.DEFAULT.language() : chosenLanguage;
  }

  /** What it tells; empty for a report, and for a digest, which tells what was gathered. */
  Optional<News> news() {
    return notice == null || reference == null
        ? Optional.empty()
        : Optional.of(new News(id, notice, reference, createdAt));
  }
}
