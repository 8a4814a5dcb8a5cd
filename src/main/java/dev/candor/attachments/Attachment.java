package dev.candor.attachments;

import dev.candor.access.PersonId;
import java.time.Instant;
import java.util.UUID;

/**
 * A file that belongs to a case.
 *
 * @param name as it was called where it came from: somebody's words, shown as text only
 * @param size in bytes
 * @param sha256 of its content, in hex
 */
public record Attachment(
    UUID id, String name, FileKind kind, long size, String sha256, PersonId by, Instant at) {}
