package dev.candor.insight.web;

import dev.candor.access.CurrentPerson;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is open and what is at risk, and how deadlines are kept. */
@Controller
class OpenController {

  private final OpenPages open;
  private final DeadlinePages deadlines;
  private final CurrentPerson currentPerson;
  private final Clock clock;

  OpenController(
      OpenPages open, DeadlinePages deadlines, CurrentPerson currentPerson, Clock clock) {
    this.open = open;
    this.deadlines = deadlines;
    this.currentPerson = currentPerson;
    this.clock = clock;
  }

  @GetMapping("/insight/open")
  String open(@RequestParam Map<String, String> parameters, Model model) {
    var person = currentPerson.get();
    var asked = Asked.of(parameters, clock, person.zone());
    model.addAttribute("page", open.of(person, asked));
    return "insight/open";
  }

  @GetMapping("/insight/deadlines")
  String deadlines(@RequestParam Map<String, String> parameters, Model model) {
    var person = currentPerson.get();
    var asked = Asked.of(parameters, clock, person.zone());
    model.addAttribute("page", deadlines.of(person, asked));
    return "insight/deadlines";
  }
}
