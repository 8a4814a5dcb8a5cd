package dev.candor.cases.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.access.Person;
import dev.candor.access.Role;
import dev.candor.cases.CaseReading;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseView;
import dev.candor.cases.DossierReaders;
import dev.candor.cases.NeedToKnow.Sight;
import dev.candor.cases.internal.NotingDossiers;
import dev.candor.web.Times;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** A case on paper or as data, made when it is asked for and kept nowhere. */
@Component
public class Dossiers {

  private static final Set<Role> FOR_THE_PRESS = Set.of(Role.COUNSEL, Role.COMMUNICATIONS);

  private final CaseReading reading;
  private final CasePages pages;
  private final ITemplateEngine templates;
  private final PdfPrinter printer;
  private final ObjectMapper json;
  private final NotingDossiers notes;
  private final Clock clock;

  Dossiers(
      CaseReading reading,
      CasePages pages,
      ITemplateEngine templates,
      PdfPrinter printer,
      ObjectMapper json,
      NotingDossiers notes,
      Clock clock) {
    this.reading = reading;
    this.pages = pages;
    this.templates = templates;
    this.printer = printer;
    this.json = json;
    this.notes = notes;
    this.clock = clock;
  }

  /** What a dossier comes as. */
  public enum Form {
    PDF,
    JSON
  }

  /** Whether it is theirs to take, of a case whose content they see. */
  static boolean mayTake(Person person, DossierReaders readers) {
    return switch (readers) {
      case COUNSEL -> person.is(Role.COUNSEL);
      case PRESS -> FOR_THE_PRESS.stream().anyMatch(person::is);
    };
  }

  /**
   * @throws dev.candor.cases.UnknownCase when there is none, or none that this person may know of
   * @throws AccessDeniedException when it is not theirs to take
   */
  public byte[] take(Person person, CaseReference reference, DossierReaders readers, Form form) {
    var view = reading.get(person, reference);
    if (view.sight() != Sight.CONTENT || !mayTake(person, readers)) {
      throw new AccessDeniedException("Not theirs to take");
    }
    var dossier = form == Form.JSON ? json(view, readers) : pdf(person, view, readers);
    notes.note(reference, person, readers, form.name(), dossier);
    return dossier;
  }

  private byte[] json(CaseView view, DossierReaders readers) {
    try {
      return json.writerWithDefaultPrettyPrinter()
          .writeValueAsBytes(readers == DossierReaders.PRESS ? PressDossier.of(view) : view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A dossier cannot be written", e);
    }
  }

  private byte[] pdf(Person person, CaseView view, DossierReaders readers) {
    var model =
        Map.<String, Object>of(
            "c",
            pages.page(person, view),
            "press",
            readers == DossierReaders.PRESS,
            "by",
            person.name(),
            "at",
            Times.moment(clock.instant(), person.zone()));
    return printer.print(templates.process("cases/dossier", new Context(Locale.ENGLISH, model)));
  }
}
