package dev.candor.policy;

import java.time.LocalDate;

/**
 * A clause that a decision can rest on, in one version of its policy.
 *
 * @param code what forms and decisions call it, such as {@code POLITICAL_ADVERTISING}
 * @param policy the policy's name
 * @param inForceFrom first day of that version
 */
public record Ground(
    String code,
    String policy,
    String version,
    String clause,
    String title,
    String wording,
    LocalDate inForceFrom) {}
