package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An element instance waits for a message, or did. */
public record MessageSubscriptionRow(
    Key messageSubscriptionKey,
    String processDefinitionId,
    @Nullable Key processDefinitionKey,
    Key processInstanceKey,
    String elementId,
    Key elementInstanceKey,
    String messageSubscriptionState,
    Instant lastUpdatedDate,
    String messageName,
    String correlationKey,
    String tenantId) {}
