package dev.candor.runtime.internal.projection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.NotSearched;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that keeps an instance from going on until somebody mends it.
 *
 * @param path the instances it is in, processes and elements
 */
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
    @Nullable Key jobKey,
    @JsonIgnore @NotSearched List<Key> path) {

  /** Whether it is mended. */
  public enum State {
    ACTIVE,
    MIGRATED,
    RESOLVED
  }
}
