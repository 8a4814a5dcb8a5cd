package dev.candor.process;

import java.time.LocalDate;

/**
 * All that the engine gets to know of a flag: codes and facts that route it, none of anybody's
 * words.
 */
public record RoutingFacts(
    String type,
    String channel,
    String principalKind,
    String principalCountry,
    String market,
    boolean legalBasisGiven,
    boolean relationshipGiven,
    boolean audienceGiven,
    boolean wantsToStayHidden,
    boolean politicalContent,
    boolean paid,
    boolean threat,
    LocalDate receivedOn) {}
