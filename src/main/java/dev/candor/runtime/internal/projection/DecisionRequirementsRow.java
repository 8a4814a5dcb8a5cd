package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;

/** A deployed version of a DMN file. */
public record DecisionRequirementsRow(
    Key decisionRequirementsKey,
    String decisionRequirementsId,
    String decisionRequirementsName,
    int version,
    String resourceName,
    String tenantId) {}
