package dev.candor.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case in a list. What only those may see who may see its content (severity, desk) is null for
 * others.
 */
public record CaseLine(
    String reference,
    RequestType type,
    CaseState state,
    NeedToKnow.Sight sight,
    @Nullable Severity severity,
    @Nullable String desk,
    String market,
    String principal,
    PrincipalKind principalKind,
    Instant flaggedAt,
    @Nullable Outcome outcome) {}
