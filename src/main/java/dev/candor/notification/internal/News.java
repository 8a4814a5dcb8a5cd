package dev.candor.notification.internal;

import dev.candor.notification.Mails.Notice;
import java.time.Instant;
import java.util.UUID;

/** Something that happened on a case, as one reader is told of it. */
record News(UUID id, Notice notice, String reference, Instant createdAt) {}
