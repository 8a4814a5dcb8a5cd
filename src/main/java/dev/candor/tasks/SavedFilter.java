package dev.candor.tasks;

import dev.candor.access.PersonId;
import java.util.UUID;

/**
 * A list of the desk under a name.
 *
 * @param query as in the desk's address, without the question mark
 * @param shared whether colleagues who have its link may open it
 */
public record SavedFilter(UUID id, PersonId owner, String name, String query, boolean shared) {}
