package dev.candor.cases;

import dev.candor.access.PersonId;

/** Published in the transaction in which somebody steps out of a case. */
public record PersonRecused(CaseReference reference, PersonId person) {}
