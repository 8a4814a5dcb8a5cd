package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import org.jspecify.annotations.Nullable;

/** A deployed version of a process. */
public record ProcessDefinitionRow(
    Key processDefinitionKey,
    String processDefinitionId,
    @Nullable String name,
    String resourceName,
    int version,
    @Nullable String versionTag,
    String tenantId,
    boolean hasStartForm) {}
