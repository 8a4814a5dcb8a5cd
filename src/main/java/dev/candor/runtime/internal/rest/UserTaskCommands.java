package dev.candor.runtime.internal.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.request.Engine;
import dev.candor.runtime.internal.request.Refusal;
import dev.candor.runtime.internal.request.Values;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people do with their tasks; answered when the task's listeners have had their say. */
final class UserTaskCommands implements Resource {

  /** The task is done. */
  record Completion(@Nullable Map<String, Object> variables, @Nullable String action) {}

  /**
   * Whose the task is.
   *
   * @param allowOverride false: only if it is nobody's
   */
  record Assignment(
      @Nullable String assignee, @Nullable Boolean allowOverride, @Nullable String action) {}

  /** What to change on a task. */
  record Update(@Nullable Changeset changeset, @Nullable String action) {}

  /** New values; what is null stays. The contract lets more be in it, which changes nothing. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Changeset(
      @Nullable String dueDate,
      @Nullable String followUpDate,
      @Nullable List<String> candidateUsers,
      @Nullable List<String> candidateGroups,
      @Nullable Integer priority) {}

  private final Engine engine;

  UserTaskCommands(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post("/user-tasks/{userTaskKey}/completion", this::complete)
        .post("/user-tasks/{userTaskKey}/assignment", this::assign)
        .delete("/user-tasks/{userTaskKey}/assignee", this::unassign)
        .patch("/user-tasks/{userTaskKey}", this::update);
  }

  private Reply complete(Exchange exchange) {
    Completion completion = exchange.optionalBody(Completion.class);
    return carryOut(
        exchange,
        UserTaskIntent.COMPLETE,
        new UserTaskRecord()
            .setVariables(Values.variables(completion.variables))
            .setAction(Values.text(completion.action)));
  }

  private Reply assign(Exchange exchange) {
    Assignment assignment = exchange.body(Assignment.class);
    boolean onlyFree = Boolean.FALSE.equals(assignment.allowOverride);
    return carryOut(
        exchange,
        onlyFree ? UserTaskIntent.CLAIM : UserTaskIntent.ASSIGN,
        new UserTaskRecord()
            .setAssignee(Values.required("assignee", assignment.assignee))
            .setAction(assignment.action == null ? "assign" : assignment.action));
  }

  private Reply unassign(Exchange exchange) {
    return carryOut(exchange, UserTaskIntent.ASSIGN, new UserTaskRecord().setAction("unassign"));
  }

  private Reply update(Exchange exchange) {
    Update update = exchange.optionalBody(Update.class);
    UserTaskRecord task = new UserTaskRecord().setAction(Values.text(update.action));
    if (update.changeset != null) {
      change(task, update.changeset);
    }
    if (update.action == null && !task.hasChangedAttributes()) {
      throw Refusal.invalid("No update data provided: neither an action nor a changeset");
    }
    return carryOut(exchange, UserTaskIntent.UPDATE, task);
  }

  private static void change(UserTaskRecord task, Changeset changes) {
    if (changes.dueDate != null) {
      task.setDueDate(date("dueDate", changes.dueDate)).setDueDateChanged();
    }
    if (changes.followUpDate != null) {
      task.setFollowUpDate(date("followUpDate", changes.followUpDate)).setFollowUpDateChanged();
    }
    if (changes.candidateUsers != null) {
      task.setCandidateUsersList(changes.candidateUsers).setCandidateUsersChanged();
    }
    if (changes.candidateGroups != null) {
      task.setCandidateGroupsList(changes.candidateGroups).setCandidateGroupsChanged();
    }
    if (changes.priority != null) {
      if (changes.priority < 0 || changes.priority > 100) {
        throw Refusal.invalid("The changeset.priority must be from 0 to 100");
      }
      task.setPriority(changes.priority).setPriorityChanged();
    }
  }

  /** An empty date takes the date away. */
  private static String date(String property, String text) {
    try {
      return text.isEmpty() ? "" : OffsetDateTime.parse(text).toString();
    } catch (DateTimeParseException e) {
      throw Refusal.invalid("The changeset." + property + " is not a date-time with an offset");
    }
  }

  private Reply carryOut(Exchange exchange, UserTaskIntent intent, UserTaskRecord task) {
    long key = exchange.key("userTaskKey");
    engine.carryOut(new Command(intent, key, task.setUserTaskKey(key)));
    return Reply.noContent();
  }
}
