package dev.candor.runtime.internal.projection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.NotSearched;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message that reached a process instance. */
public record CorrelatedMessageRow(
    @JsonIgnore @NotSearched String id,
    Key messageKey,
    Key subscriptionKey,
    String messageName,
    String correlationKey,
    Instant correlationTime,
    String elementId,
    @Nullable Key elementInstanceKey,
    int partitionId,
    String processDefinitionId,
    @Nullable Key processDefinitionKey,
    Key processInstanceKey,
    String tenantId) {}
