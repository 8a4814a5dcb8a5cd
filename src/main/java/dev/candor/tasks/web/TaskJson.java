package dev.candor.tasks.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.candor.tasks.FindTasks.Action;
import dev.candor.tasks.FindTasks.TaskWithForm;
import dev.candor.tasks.HumanTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tasks as the HTTP API shows them. Keys are texts: they do not fit into a double. */
final class TaskJson {

  private TaskJson() {}

  record Task(
      String id,
      String reference,
      String name,
      String element,
      String state,
      @Nullable String assignee,
      @Nullable String delegatedBy,
      List<String> candidateGroups,
      @Nullable Instant dueAt,
      @Nullable String formKey,
      Instant createdAt) {

    static Task of(HumanTask task) {
      return new Task(
          Long.toString(task.key()),
          task.reference(),
          task.name(),
          task.element(),
          task.state().name(),
          task.assignee() == null ? null : task.assignee().value(),
          task.delegatedBy() == null ? null : task.delegatedBy().value(),
          task.candidateGroups(),
          task.dueAt(),
          task.formKey() == null ? null : task.formKey().toString(),
          task.createdAt());
    }
  }

  /**
   * @param form form-js schema, as the engine has it
   */
  record Detail(
      String id,
      String reference,
      String name,
      String element,
      String state,
      @Nullable String assignee,
      @Nullable String delegatedBy,
      List<String> candidateGroups,
      @Nullable Instant dueAt,
      @Nullable String formKey,
      Instant createdAt,
      @JsonRawValue @Nullable String form,
      Map<String, Object> data,
      @Nullable SavedDraft draft,
      Set<Action> actions,
      @Nullable String refusal) {

    static Detail of(TaskWithForm found) {
      var task = Task.of(found.task());
      return new Detail(
          task.id(),
          task.reference(),
          task.name(),
          task.element(),
          task.state(),
          task.assignee(),
          task.delegatedBy(),
          task.candidateGroups(),
          task.dueAt(),
          task.formKey(),
          task.createdAt(),
          found.form(),
          found.data(),
          found.draft() == null ? null : SavedDraft.of(found.draft()),
          found.actions(),
          found.refusal());
    }
  }
}
