package dev.candor.cases.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.cases.EmergencyAccess;
import dev.candor.cases.EmergencyAccess.Opened;
import dev.candor.cases.EmergencySettings;
import dev.candor.cases.pages.AsideForm;
import dev.candor.web.InvalidInput;
import dev.candor.web.Message;
import dev.candor.web.RailEntry;
import dev.candor.web.RefusedByRule;
import dev.candor.web.Times;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where somebody opens a case they have no part in, and counsel read who did and why. A page of its
 * own: the case itself has none for them.
 */
@Controller
class EmergencyController {

  private final EmergencyAccess access;
  private final EmergencySettings settings;
  private final People people;
  private final CurrentPerson currentPerson;
  private final Clock clock;

  EmergencyController(
      EmergencyAccess access,
      EmergencySettings settings,
      People people,
      CurrentPerson currentPerson,
      Clock clock) {
    this.access = access;
    this.settings = settings;
    this.people = people;
    this.currentPerson = currentPerson;
    this.clock = clock;
  }

  @Bean
  static RailEntry emergencyInTheRail() {
    return new RailEntry(
        67, "emergency", "Emergency access", "/emergency-access", EmergencyAccess::mayOpen);
  }

  /**
   * @param reachable whether a link to the case leads its reader anywhere: it is theirs and open
   */
  public record Line(
      String reference,
      String by,
      Times.Moment at,
      Times.Moment endsAt,
      boolean open,
      boolean reachable,
      String reason) {}

  @GetMapping("/emergency-access")
  String page(Model model) {
    return show(AsideForm.BLANK, model);
  }

  @PostMapping("/emergency-access")
  String open(
      @RequestParam Map<String, String> entered,
      Model model,
      HttpServletResponse response,
      RedirectAttributes answer) {
    var person = currentPerson.get();
    try {
      var reference = Entries.reference(entered.get("reference"));
      var reason = Entries.words("reason", entered.get("reason"));
      access.open(reference, reason, person);
      answer.addFlashAttribute(
          "message", Message.done("The case is open to you. Counsel are being told by mail."));
      return "redirect:/cases/" + reference;
    } catch (InvalidInput invalid) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return show(AsideForm.refused(new HashMap<>(entered), invalid.errors()), model);
    } catch (RefusedByRule refused) {
      answer.addFlashAttribute(
          "message", Message.refused(refused.getMessage() + ". Nothing was changed."));
      return "redirect:/emergency-access";
    }
  }

  private String show(AsideForm form, Model model) {
    var person = currentPerson.get();
    var now = clock.instant();
    model.addAttribute("form", form);
    model.addAttribute("lasts", Times.span(settings.lasts()));
    model.addAttribute("zone", Times.city(person.zone()));
    model.addAttribute(
        "lines", access.known(person).stream().map(opened -> line(opened, person, now)).toList());
    return "cases/emergency";
  }

  private Line line(Opened opened, Person person, Instant now) {
    var open = opened.endsAt().isAfter(now);
    return new Line(
        opened.reference(),
        people.nameOf(opened.by().value()),
        Times.shortMoment(opened.at(), person.zone()),
        Times.shortMoment(opened.endsAt(), person.zone()),
        open,
        open && opened.by().equals(person.id()),
        opened.reason());
  }
}
