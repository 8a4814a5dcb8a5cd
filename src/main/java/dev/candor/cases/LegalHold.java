package dev.candor.cases;

import dev.candor.access.PersonId;
import java.time.Instant;

/**
 * An order that nothing of a case may be deleted, or its end.
 *
 * @param held false where it was lifted
 */
public record LegalHold(boolean held, String reason, PersonId by, Instant at) {}
