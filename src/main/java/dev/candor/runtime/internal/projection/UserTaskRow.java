package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A native user task, open or done. */
public record UserTaskRow(
    Key userTaskKey,
    @Nullable String name,
    State state,
    @Nullable String assignee,
    String elementId,
    List<String> candidateGroups,
    List<String> candidateUsers,
    String processDefinitionId,
    @Nullable String processName,
    Instant creationDate,
    @Nullable Instant completionDate,
    @Nullable Instant followUpDate,
    @Nullable Instant dueDate,
    String tenantId,
    @Nullable String externalFormReference,
    int processDefinitionVersion,
    Map<String, String> customHeaders,
    int priority,
    Key elementInstanceKey,
    Key processDefinitionKey,
    Key processInstanceKey,
    @Nullable Key formKey) {

  /** Where a task is; the ones in -ING wait for their listeners. */
  public enum State {
    CREATING,
    CREATED,
    ASSIGNING,
    UPDATING,
    COMPLETING,
    COMPLETED,
    CANCELING,
    CANCELED;

    /** Somebody still has to do it. */
    static final State[] OPEN = {CREATING, CREATED, ASSIGNING, UPDATING, COMPLETING, CANCELING};
  }

  UserTaskRow in(State state) {
    return new UserTaskRow(
        userTaskKey,
        name,
        state,
        assignee,
        elementId,
        candidateGroups,
        candidateUsers,
        processDefinitionId,
        processName,
        creationDate,
        completionDate,
        followUpDate,
        dueDate,
        tenantId,
        externalFormReference,
        processDefinitionVersion,
        customHeaders,
        priority,
        elementInstanceKey,
        processDefinitionKey,
        processInstanceKey,
        formKey);
  }
}
