package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A job for a worker, of an element or of a listener. */
public record JobRow(
    Key jobKey,
    String type,
    String worker,
    String state,
    String kind,
    String listenerEventType,
    int retries,
    boolean hasFailedWithRetriesLeft,
    @Nullable Boolean isDenied,
    @Nullable String deniedReason,
    @Nullable String errorCode,
    @Nullable String errorMessage,
    Map<String, String> customHeaders,
    @Nullable Instant deadline,
    @Nullable Instant endTime,
    String processDefinitionId,
    Key processDefinitionKey,
    Key processInstanceKey,
    String elementId,
    Key elementInstanceKey,
    String tenantId) {}
