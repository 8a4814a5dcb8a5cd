package dev.candor.tasks.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.Person;
import dev.candor.access.StandIns.StandIn;
import dev.candor.cases.pages.Names;
import dev.candor.tasks.StandingIn;
import dev.candor.web.InvalidInput;
import dev.candor.web.Message;
import dev.candor.web.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which somebody says who stands in for them. */
@Controller
class StandInsController {

  private static final String PAGE = "redirect:/settings/stand-ins";

  private final StandingIn standingIn;
  private final CurrentPerson currentPerson;
  private final Names names;
  private final Clock clock;

  StandInsController(StandingIn standingIn, CurrentPerson currentPerson, Names names, Clock clock) {
    this.standingIn = standingIn;
    this.currentPerson = currentPerson;
    this.names = names;
    this.clock = clock;
  }

  @GetMapping("/settings/stand-ins")
  String page(Model model) {
    var person = currentPerson.get();
    model.addAttribute(
        "standIns",
        standingIn.about(person).stream().map(standIn -> line(standIn, person)).toList());
    model.addAttribute("absent", standingIn.mayBeAway(person));
    model.addAttribute("people", standingIn.mayStandIn());
    model.addAttribute("today", LocalDate.now(clock.withZone(person.zone())));
    return "tasks/stand-ins";
  }

  @PostMapping("/settings/stand-ins")
  String name(
      @RequestParam(required = false) @Nullable String absent,
      @RequestParam(required = false) @Nullable String standIn,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String until,
      RedirectAttributes answer) {
    try {
      standingIn.name(
          currentPerson.get(),
          Receivers.of("absent", absent),
          Receivers.of("standIn", standIn),
          Days.of("from", from),
          Days.of("until", until));
      answer.addFlashAttribute("message", Message.done("It is noted, and counts for these days."));
    } catch (InvalidInput invalid) {
      var error = invalid.errors().getFirst();
      answer.addFlashAttribute(
          "message",
          Message.refused(
              "%s: %s. Nothing was changed.".formatted(label(error.field()), error.message())));
    }
    return PAGE;
  }

  @PostMapping("/settings/stand-ins/{id}/end")
  String end(@PathVariable UUID id, RedirectAttributes answer) {
    standingIn.end(currentPerson.get(), id);
    answer.addFlashAttribute("message", Message.done("It is over from now on."));
    return PAGE;
  }

  private Line line(StandIn standIn, Person person) {
    return new Line(
        standIn.id(),
        names.person(standIn.absent().value()),
        names.person(standIn.person().value()),
        Times.moment(standIn.from(), person.zone()),
        Times.moment(standIn.until(), person.zone()),
        standIn.countsAt(clock.instant()));
  }

  private static String label(String field) {
    return switch (field) {
      case "absent" -> "Who is away";
      case "standIn" -> "Who stands in";
      case "from" -> "First day";
      default -> "Last day";
    };
  }

  /**
   * @param now whether it counts already
   */
  public record Line(
      UUID id, String absent, String person, Times.Moment from, Times.Moment until, boolean now) {}
}
