package dev.candor.cases;

import dev.candor.access.PersonId;
import java.time.Instant;

/**
 * Somebody stepped out of a case because of a conflict of interest.
 *
 * @param by the person themself, or who said so for them
 */
public record Recusal(PersonId person, String reason, PersonId by, Instant at) {}
