package dev.candor.insight.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.Role;
import dev.candor.web.RailEntry;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Cycle times as managers watch them. */
@Controller
class InsightController {

  private final InsightPages pages;
  private final CurrentPerson currentPerson;
  private final Clock clock;

  InsightController(InsightPages pages, CurrentPerson currentPerson, Clock clock) {
    this.pages = pages;
    this.currentPerson = currentPerson;
    this.clock = clock;
  }

  @Bean
  static RailEntry insightInTheRail() {
    return new RailEntry(
        45, "insight", "Cycle times", "/insight", person -> person.is(Role.MANAGER));
  }

  @GetMapping("/insight")
  String show(@RequestParam Map<String, String> parameters, Model model) {
    var person = currentPerson.get();
    model.addAttribute("page", pages.of(person, Asked.of(parameters, clock, person.zone())));
    return "insight/insight";
  }
}
