package dev.candor.tasks.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.candor.access.CurrentPerson;
import dev.candor.tasks.CompleteTask;
import dev.candor.tasks.Drafts;
import dev.candor.tasks.FindTasks;
import dev.candor.tasks.UnknownTask;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the desk's form is drawn from, and where it is sent: JSON for our own page's script. */
@RestController
class DeskFormController {

  private final FindTasks find;
  private final CompleteTask complete;
  private final Drafts drafts;
  private final CurrentPerson currentPerson;

  DeskFormController(
      FindTasks find, CompleteTask complete, Drafts drafts, CurrentPerson currentPerson) {
    this.find = find;
    this.complete = complete;
    this.drafts = drafts;
    this.currentPerson = currentPerson;
  }

  @GetMapping(path = "/desk/{id}/form", produces = MediaType.APPLICATION_JSON_VALUE)
  FormOfTask form(@PathVariable String id) {
    var found = find.get(currentPerson.get(), TaskKeys.of(id));
    if (found.form() == null) {
      throw new UnknownTask();
    }
    return new FormOfTask(
        found.form(), found.data(), found.draft() == null ? null : SavedDraft.of(found.draft()));
  }

  @PostMapping("/desk/{id}/complete")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void complete(@PathVariable String id, @RequestBody Map<String, Object> values) {
    complete.complete(currentPerson.get(), TaskKeys.of(id), values);
  }

  @PutMapping("/desk/{id}/draft")
  SavedDraft save(@PathVariable String id, @RequestBody NewDraft draft) {
    return SavedDraft.of(
        drafts.save(currentPerson.get(), TaskKeys.of(id), draft.version(), draft.values()));
  }

  /**
   * @param draft when it was saved, if {@code data} is a draft
   */
  record FormOfTask(
      @JsonRawValue String schema, Map<String, Object> data, @Nullable SavedDraft draft) {}
}
