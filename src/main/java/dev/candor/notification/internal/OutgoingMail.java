package dev.candor.notification.internal;

import dev.candor.notification.Mails.Notice;
import java.time.Instant;
import java.util.UUID;

/**
 * One mail in the outbox, claimed for sending.
 *
 * @param attempts including this one
 * @param oldSince from when its age counts: when it was written, or asked for by hand
 */
record OutgoingMail(
    UUID id,
    Notice notice,
    String reference,
    String person,
    String messageId,
    Instant createdAt,
    Instant oldSince,
    int attempts) {}
