package dev.candor.notification.internal;

import dev.candor.notification.Mails.Notice;
import java.time.Instant;
import java.util.UUID;

/** One mail in the outbox. */
record OutgoingMail(
    UUID id,
    Notice notice,
    String reference,
    String person,
    String messageId,
    Instant createdAt,
    int attempts) {}
