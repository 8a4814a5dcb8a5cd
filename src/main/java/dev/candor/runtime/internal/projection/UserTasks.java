package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.projection.UserTaskRow.State;
import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.Table;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The user tasks. */
public final class UserTasks extends Projection<Key, UserTaskRow> {

  private final ProcessDefinitions definitions;

  UserTasks(ProcessDefinitions definitions, Variables variables) {
    super(
        new Table<>(UserTaskRow.class, "userTaskKey", UserTaskRow::userTaskKey)
            .indexedBy("processInstanceKey")
            .indexedBy("elementInstanceKey")
            .indexedBy("state", State.OPEN)
            .orderedWhere("state", State.OPEN, "creationDate")
            .reorderedWhere("state", State.OPEN, "dueDate")
            .reorderedWhere("state", State.OPEN, "priority"));
    this.definitions = definitions;
    table()
        .filteredBy("candidateGroup", String.class, UserTaskRow::candidateGroups)
        .filteredBy("candidateUser", String.class, UserTaskRow::candidateUsers)
        .filteredBy("processInstanceVariables", variables.having(row -> row.processInstanceKey()))
        .filteredBy("localVariables", variables.having(row -> row.elementInstanceKey()))
        .indexedWhere("state", State.OPEN, "assignee")
        .indexedWhere("state", State.OPEN, "candidateGroup")
        .indexedWhere("state", State.OPEN, "candidateUser");
  }

  void apply(Record<UserTaskRecordValue> record) {
    if (!(record.getIntent() instanceof UserTaskIntent intent)) {
      return;
    }
    UserTaskRow before = table().get(Key.of(record.getValue().getUserTaskKey())).orElse(null);
    switch (intent) {
      case CREATING -> put(record, State.CREATING, before);
      case CREATED, ASSIGNED, UPDATED, MIGRATED -> put(record, State.CREATED, before);
      case COMPLETED -> put(record, State.COMPLETED, before);
      case CANCELED -> put(record, State.CANCELED, before);
      // what these ask for may still be denied or corrected by a listener
      case ASSIGNING, CLAIMING -> move(before, State.ASSIGNING);
      case UPDATING -> move(before, State.UPDATING);
      case COMPLETING -> move(before, State.COMPLETING);
      case CANCELING -> move(before, State.CANCELING);
      case ASSIGNMENT_DENIED, UPDATE_DENIED, COMPLETION_DENIED -> move(before, State.CREATED);
      default -> {
        // commands, and corrections, which the closing event repeats
      }
    }
  }

  private void move(@Nullable UserTaskRow before, State state) {
    if (before != null) {
      table().put(before.in(state));
    }
  }

  private void put(Record<UserTaskRecordValue> record, State state, @Nullable UserTaskRow before) {
    UserTaskRecordValue value = record.getValue();
    Key definition = Key.of(value.getProcessDefinitionKey());
    boolean ended = state == State.COMPLETED || state == State.CANCELED;
    table()
        .put(
            new UserTaskRow(
                Key.of(value.getUserTaskKey()),
                definitions.elementName(definition, value.getElementId()),
                state,
                Shared.textOrNone(value.getAssignee()),
                Shared.text(value.getElementId()),
                Shared.texts(value.getCandidateGroupsList()),
                Shared.texts(value.getCandidateUsersList()),
                Shared.text(value.getBpmnProcessId()),
                definitions.name(definition, value.getBpmnProcessId()),
                before == null ? created(record) : before.creationDate(),
                ended ? at(record) : null,
                instant(value.getFollowUpDate()),
                instant(value.getDueDate()),
                Shared.text(value.getTenantId()),
                Shared.textOrNone(value.getExternalFormReference()),
                value.getProcessDefinitionVersion(),
                Map.copyOf(value.getCustomHeaders()),
                value.getPriority(),
                Key.of(value.getElementInstanceKey()),
                definition,
                Key.of(value.getProcessInstanceKey()),
                Key.orNone(value.getFormKey())));
  }

  private static Instant created(Record<UserTaskRecordValue> record) {
    long creation = record.getValue().getCreationTimestamp();
    return creation > 0 ? Instant.ofEpochMilli(creation) : at(record);
  }

  /** FEEL's {@code now()} brings the engine's zone along: {@code 2026-07-02T09:30:00Z[Etc/UTC]}. */
  private static @Nullable Instant instant(String text) {
    return text.isEmpty() ? null : ZonedDateTime.parse(text).toInstant();
  }
}
