package dev.candor.cases.web;

import dev.candor.access.CurrentPerson;
import dev.candor.cases.Mentions;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Whom one may mention in the discussion of a case; offered as one types. */
@RestController
class ReadersController {

  private final Mentions mentions;
  private final CurrentPerson currentPerson;

  ReadersController(Mentions mentions, CurrentPerson currentPerson) {
    this.mentions = mentions;
    this.currentPerson = currentPerson;
  }

  @GetMapping(
      path = {"/cases/{reference}/readers", "/api/cases/{reference}/readers"},
      produces = MediaType.APPLICATION_JSON_VALUE)
  List<Mentions.Reader> readers(@PathVariable String reference) {
    return mentions.readers(CaseReferences.of(reference), currentPerson.get());
  }
}
