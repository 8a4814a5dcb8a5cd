package dev.candor.runtime.internal.projection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.NotSearched;
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
    boolean hasStartForm,
    @JsonIgnore @NotSearched ProcessModel model) {}
