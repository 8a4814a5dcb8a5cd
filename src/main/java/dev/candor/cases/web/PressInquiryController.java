package dev.candor.cases.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.Person;
import dev.candor.access.Role;
import dev.candor.cases.PressInquiries;
import dev.candor.cases.pages.AsideForm;
import dev.candor.web.InvalidInput;
import dev.candor.web.Message;
import dev.candor.web.RailEntry;
import dev.candor.web.Times;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The press asks about a case. Communications does not see the case until then, so the form is a
 * page of its own and the case is named by its reference.
 */
@Controller
class PressInquiryController {

  private final PressInquiries inquiries;
  private final CurrentPerson currentPerson;
  private final Clock clock;

  PressInquiryController(PressInquiries inquiries, CurrentPerson currentPerson, Clock clock) {
    this.inquiries = inquiries;
    this.currentPerson = currentPerson;
    this.clock = clock;
  }

  @Bean
  static RailEntry pressInTheRail() {
    return new RailEntry(
        40, "press", "Press inquiry", "/press-inquiries/new", PressInquiryController::mayReceive);
  }

  @GetMapping("/press-inquiries/new")
  String form(@RequestParam(defaultValue = "") String reference, Model model) {
    var person = currentPerson.get();
    if (!mayReceive(person)) {
      throw new AccessDeniedException("Not theirs to do");
    }
    var blank = Map.of("inquiry", UUID.randomUUID().toString(), "reference", reference);
    return show(new AsideForm(blank, Map.of()), model);
  }

  @PostMapping("/press-inquiries")
  String receive(
      @RequestParam Map<String, String> entered,
      Model model,
      HttpServletResponse response,
      RedirectAttributes answer) {
    try {
      var reference = Entries.reference(entered.get("reference"));
      var person = currentPerson.get();
      var inquiry =
          Entries.inquiry(
              id(entered.get("inquiry")),
              entered.get("askedBy"),
              entered.get("text"),
              withOffset(entered.get("answerBy"), person),
              clock.instant());
      inquiries.receive(reference, person, inquiry);
      answer.addFlashAttribute(
          "message",
          Message.done(
              "The inquiry about "
                  + reference
                  + " is in the register. Communications is asked for a draft; the case opens to"
                  + " them with that task."));
      return "redirect:/desk?scope=group";
    } catch (InvalidInput invalid) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return show(AsideForm.refused(new HashMap<>(entered), invalid.errors()), model);
    }
  }

  private String show(AsideForm form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("zone", Times.city(currentPerson.get().zone()));
    return "cases/press-inquiry";
  }

  /** A browser sends the time of a clock on the wall: the person's. */
  private static @Nullable String withOffset(@Nullable String entered, Person person) {
    if (entered == null || entered.isBlank()) {
      return null;
    }
    try {
      return LocalDateTime.parse(entered).atZone(person.zone()).toOffsetDateTime().toString();
    } catch (DateTimeParseException withOffsetOrWrong) {
      return entered;
    }
  }

  private static UUID id(@Nullable String entered) {
    try {
      return UUID.fromString(entered == null ? "" : entered);
    } catch (IllegalArgumentException notOne) {
      return UUID.randomUUID();
    }
  }

  private static boolean mayReceive(Person person) {
    return person.is(Role.COMMUNICATIONS) || person.is(Role.COUNSEL);
  }
}
