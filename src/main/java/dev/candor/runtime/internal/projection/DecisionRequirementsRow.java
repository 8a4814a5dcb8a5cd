package dev.candor.runtime.internal.projection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.NotSearched;

/** A deployed version of a DMN file. */
public record DecisionRequirementsRow(
    Key decisionRequirementsKey,
    String decisionRequirementsId,
    String decisionRequirementsName,
    int version,
    String resourceName,
    String tenantId,
    @JsonIgnore @NotSearched String xml) {}
