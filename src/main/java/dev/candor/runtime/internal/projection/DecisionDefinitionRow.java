package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;

/** A deployed version of a decision. */
public record DecisionDefinitionRow(
    Key decisionDefinitionKey,
    String decisionDefinitionId,
    String name,
    int version,
    String decisionRequirementsId,
    Key decisionRequirementsKey,
    String tenantId) {}
