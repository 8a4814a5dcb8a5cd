package dev.candor.notification.internal;

import dev.candor.notification.Mails.Notice;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One mail in the outbox, claimed for sending.
 *
 * @param notice null for a digest, and so is the reference
 * @param attempts including this one
 * @param oldSince from when its age counts: when it was written, or asked for by hand
 */
record OutgoingMail(
    UUID id,
    @Nullable Notice notice,
    @Nullable String reference,
    String person,
    String messageId,
    Instant createdAt,
    Instant oldSince,
    int attempts) {

  /** What it tells; empty for a digest, which tells what was gathered for it. */
  Optional<News> news() {
    return notice == null || reference == null
        ? Optional.empty()
        : Optional.of(new News(id, notice, reference, createdAt));
  }
}
