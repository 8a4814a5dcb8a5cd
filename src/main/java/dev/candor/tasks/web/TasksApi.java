package dev.candor.tasks.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.Person;
import dev.candor.tasks.ClaimTask;
import dev.candor.tasks.CompleteTask;
import dev.candor.tasks.Drafts;
import dev.candor.tasks.FindTasks;
import dev.candor.tasks.HandOverTask;
import dev.candor.tasks.ReleaseTask;
import dev.candor.web.Page;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Human work over HTTP. */
@RestController
@RequestMapping(path = "/api/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
class TasksApi {

  private final CurrentPerson current;
  private final FindTasks find;
  private final ClaimTask claim;
  private final ReleaseTask release;
  private final CompleteTask complete;
  private final HandOverTask handOver;
  private final Drafts drafts;

  TasksApi(
      CurrentPerson current,
      FindTasks find,
      ClaimTask claim,
      ReleaseTask release,
      CompleteTask complete,
      HandOverTask handOver,
      Drafts drafts) {
    this.current = current;
    this.find = find;
    this.claim = claim;
    this.release = release;
    this.complete = complete;
    this.handOver = handOver;
    this.drafts = drafts;
  }

  @GetMapping
  Page<TaskJson.Task> list(@ParameterObject @ModelAttribute TaskQueryParameters parameters) {
    var person = current.get();
    var found = find.find(person, parameters.toQuery(person.zone()));
    return new Page<>(
        found.items().stream().map(TaskJson.Task::of).toList(),
        found.total(),
        found.page(),
        found.size());
  }

  @GetMapping("/{id}")
  TaskJson.Detail one(@PathVariable String id) {
    return TaskJson.Detail.of(find.get(current.get(), TaskKeys.of(id)));
  }

  @PostMapping("/{id}/claim")
  TaskJson.Task claim(@PathVariable String id) {
    return changed(id, claim::claim);
  }

  @PostMapping("/{id}/release")
  TaskJson.Task release(@PathVariable String id) {
    return changed(id, release::release);
  }

  @PostMapping("/{id}/assign")
  TaskJson.Task assign(@PathVariable String id, @RequestBody Receiver receiver) {
    return changed(
        id, (person, task) -> handOver.assign(person, task, Receivers.of(receiver.person())));
  }

  @PostMapping("/{id}/delegate")
  TaskJson.Task delegate(@PathVariable String id, @RequestBody Receiver receiver) {
    return changed(
        id, (person, task) -> handOver.delegate(person, task, Receivers.of(receiver.person())));
  }

  @PutMapping("/{id}/draft")
  SavedDraft save(@PathVariable String id, @RequestBody NewDraft draft) {
    return SavedDraft.of(
        drafts.save(current.get(), TaskKeys.of(id), draft.version(), draft.values()));
  }

  @PostMapping("/{id}/complete")
  TaskJson.Task complete(@PathVariable String id, @RequestBody Map<String, Object> values) {
    return changed(id, (person, task) -> complete.complete(person, task, values));
  }

  private TaskJson.Task changed(String id, Change change) {
    var person = current.get();
    var task = TaskKeys.of(id);
    change.by(person, task);
    return TaskJson.Task.of(find.known(person, task));
  }

  @FunctionalInterface
  private interface Change {
    void by(Person person, long userTaskKey);
  }

  /**
   * @param person id of who gets it
   */
  record Receiver(@Nullable String person) {}
}
