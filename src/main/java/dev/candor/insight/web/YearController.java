package dev.candor.insight.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.Role;
import dev.candor.insight.internal.GeneratedYear;
import dev.candor.web.Message;
import dev.candor.web.RailEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where who runs the demonstration loads a year of made-up times. */
@Controller
class YearController {

  private final GeneratedYear year;
  private final CurrentPerson currentPerson;

  YearController(GeneratedYear year, CurrentPerson currentPerson) {
    this.year = year;
    this.currentPerson = currentPerson;
  }

  @Bean
  static RailEntry yearInTheRail(GeneratedYear year) {
    return new RailEntry(
        85,
        "year",
        "Load a year",
        "/insight/year",
        person -> person.is(Role.ADMIN) && year.isOffered());
  }

  @GetMapping("/insight/year")
  String show(Model model) {
    model.addAttribute("loaded", year.isLoaded(currentPerson.get()));
    return "insight/year";
  }

  @PostMapping("/insight/year")
  String load(
      @RequestParam(defaultValue = "false") boolean understood, RedirectAttributes redirect) {
    int cases = year.load(currentPerson.get(), understood);
    redirect.addFlashAttribute(
        "message",
        Message.done(
            "The times of "
                + cases
                + " cases were made up. They are counted within a minute: sign in as manager to see them."));
    return "redirect:/insight/year";
  }
}
