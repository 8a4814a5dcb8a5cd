package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One pass of a process instance through an element. */
public record ElementInstanceRow(
    Key elementInstanceKey,
    Key processInstanceKey,
    Key processDefinitionKey,
    String processDefinitionId,
    String elementId,
    String elementName,
    String type,
    Instant startDate,
    @Nullable Instant endDate,
    LifeState state,
    boolean hasIncident,
    @Nullable Key incidentKey,
    String tenantId) {

  ElementInstanceRow withIncident(boolean hasIncident, @Nullable Key incidentKey) {
    return new ElementInstanceRow(
        elementInstanceKey,
        processInstanceKey,
        processDefinitionKey,
        processDefinitionId,
        elementId,
        elementName,
        type,
        startDate,
        endDate,
        state,
        hasIncident,
        incidentKey,
        tenantId);
  }
}
