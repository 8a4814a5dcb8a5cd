package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that keeps an instance from going on until somebody mends it. */
public record IncidentRow(
    Key incidentKey,
    String processDefinitionId,
    String errorType,
    String errorMessage,
    String elementId,
    Instant creationTime,
    State state,
    String tenantId,
    Key processDefinitionKey,
    Key processInstanceKey,
    Key elementInstanceKey,
    @Nullable Key jobKey) {

  /** Whether it is mended. */
  public enum State {
    ACTIVE,
    MIGRATED,
    RESOLVED
  }
}
