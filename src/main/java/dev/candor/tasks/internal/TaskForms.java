package dev.candor.tasks.internal;

import dev.candor.process.HumanTasks;
import dev.candor.tasks.HumanTask;
import dev.candor.tasks.internal.form.Form;
import dev.candor.tasks.internal.form.FormReader;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The forms of tasks, in the version a task is bound to. Asked of the engine once and kept, so that
 * a completed task can still be read in years.
 */
@Component
class TaskForms {

  /** A form that asks for this makes its task a decision. */
  private static final String OUTCOME = "outcome";

  private final JdbcClient jdbc;
  private final HumanTasks engine;
  private final Map<Long, Form> read = new ConcurrentHashMap<>();

  TaskForms(JdbcClient jdbc, HumanTasks engine) {
    this.jdbc = jdbc;
    this.engine = engine;
  }

  /**
   * @throws IllegalStateException when the task has a form that neither we nor the engine know
   */
  Optional<String> schema(HumanTask task) {
    if (task.formKey() == null) {
      return Optional.empty();
    }
    var schema = find(task, task.formKey());
    if (schema.isEmpty()) {
      throw new IllegalStateException("The engine has no form " + task.formKey());
    }
    return schema;
  }

  /** False while an engine that is just creating the task does not show its form yet. */
  boolean areThere(HumanTask task) {
    return task.formKey() == null
        || read.containsKey(task.formKey())
        || find(task, task.formKey()).isPresent();
  }

  Form of(HumanTask task) {
    if (task.formKey() == null) {
      return Form.NONE;
    }
    var known = read.get(task.formKey());
    if (known != null) {
      return known;
    }
    var form = schema(task).map(FormReader::read).orElse(Form.NONE);
    read.put(task.formKey(), form);
    return form;
  }

  boolean isDecision(HumanTask task) {
    return of(task).asksFor(OUTCOME);
  }

  /** A second pair of eyes is asked for: somebody who has not recommended on the case before. */
  boolean wantsOtherEyes(HumanTask task) {
    return of(task).wantsOtherEyes();
  }

  private Optional<String> kept(long formKey) {
    return jdbc.sql("select schema from task_form where form_key = :key")
        .param("key", formKey)
        .query(String.class)
        .optional();
  }

  private Optional<String> find(HumanTask task, long formKey) {
    return kept(formKey).or(() -> fetch(task, formKey));
  }

  private Optional<String> fetch(HumanTask task, long formKey) {
    var schema = engine.form(task.key());
    schema.ifPresent(
        text ->
            jdbc.sql("insert into task_form values (:key, :schema) on conflict do nothing")
                .param("key", formKey)
                .param("schema", text)
                .update());
    return schema;
  }
}
