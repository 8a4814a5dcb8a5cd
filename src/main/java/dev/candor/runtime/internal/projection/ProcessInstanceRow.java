package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A process instance, running or done. */
public record ProcessInstanceRow(
    Key processInstanceKey,
    String processDefinitionId,
    String processDefinitionName,
    int processDefinitionVersion,
    @Nullable String processDefinitionVersionTag,
    Key processDefinitionKey,
    Instant startDate,
    @Nullable Instant endDate,
    LifeState state,
    boolean hasIncident,
    String tenantId,
    @Nullable Key parentProcessInstanceKey,
    @Nullable Key parentElementInstanceKey,
    Set<String> tags) {

  ProcessInstanceRow withIncident(boolean hasIncident) {
    return new ProcessInstanceRow(
        processInstanceKey,
        processDefinitionId,
        processDefinitionName,
        processDefinitionVersion,
        processDefinitionVersionTag,
        processDefinitionKey,
        startDate,
        endDate,
        state,
        hasIncident,
        tenantId,
        parentProcessInstanceKey,
        parentElementInstanceKey,
        tags);
  }
}
