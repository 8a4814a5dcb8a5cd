package dev.candor.runtime.internal.projection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.NotSearched;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One pass of a process instance through an element.
 *
 * @param scopeKey what is around it: another element instance, or the process instance
 */
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
    String tenantId,
    @JsonIgnore @NotSearched Key scopeKey) {

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
        tenantId,
        scopeKey);
  }
}
