package dev.candor.cases.web;

import dev.candor.access.CurrentPerson;
import dev.candor.cases.DossierReaders;
import dev.candor.cases.pages.Dossiers;
import dev.candor.cases.pages.Dossiers.Form;
import dev.candor.web.Fields;
import dev.candor.web.FileToSave;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The dossier of a case, from its page and over HTTP alike. */
@RestController
class DossierController {

  private final Dossiers dossiers;
  private final CurrentPerson currentPerson;

  DossierController(Dossiers dossiers, CurrentPerson currentPerson) {
    this.dossiers = dossiers;
    this.currentPerson = currentPerson;
  }

  /**
   * @param readers {@code counsel} or {@code press}
   * @param form {@code pdf} or {@code json}
   */
  @GetMapping({"/cases/{reference}/dossier", "/api/cases/{reference}/dossier"})
  FileToSave take(
      @PathVariable String reference,
      @RequestParam(name = "for", defaultValue = "counsel") String readers,
      @RequestParam(name = "as", defaultValue = "pdf") String form) {
    var known = CaseReferences.of(reference);
    var fields = new Fields();
    var wanted = fields.choice("for", readers.toUpperCase(Locale.ROOT), DossierReaders.class);
    var as = fields.choice("as", form.toUpperCase(Locale.ROOT), Form.class);
    fields.throwIfInvalid();
    var dossier = dossiers.take(currentPerson.get(), known, wanted, as);
    var name = "%s-%s.%s".formatted(known, readers, form).toLowerCase(Locale.ROOT);
    return FileToSave.of(
        name,
        as == Form.PDF ? MediaType.APPLICATION_PDF_VALUE : MediaType.APPLICATION_JSON_VALUE,
        dossier);
  }
}
