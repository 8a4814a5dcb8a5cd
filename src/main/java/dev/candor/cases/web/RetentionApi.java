package dev.candor.cases.web;

import dev.candor.access.CurrentPerson;
import dev.candor.cases.Retention;
import dev.candor.cases.Retention.Due;
import dev.candor.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Retention over HTTP. */
@RestController
@RequestMapping("/api/retention")
class RetentionApi {

  private final Retention retention;
  private final CurrentPerson currentPerson;

  RetentionApi(Retention retention, CurrentPerson currentPerson) {
    this.retention = retention;
    this.currentPerson = currentPerson;
  }

  @GetMapping
  Page<Due> due() {
    var due = retention.due(currentPerson.get());
    return new Page<>(due, due.size(), 0, Retention.MOST);
  }

  @PostMapping("/{reference}/delete")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String reference) {
    retention.delete(CaseReferences.of(reference), currentPerson.get());
  }
}
