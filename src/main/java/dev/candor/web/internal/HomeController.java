package dev.candor.web.internal;

import dev.candor.access.CurrentPerson;
import dev.candor.web.RailEntry;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.view.RedirectView;

/** The start: the first place in this person's rail. */
@Controller
class HomeController {

  private final CurrentPerson currentPerson;
  private final List<RailEntry> entries;

  HomeController(CurrentPerson currentPerson, List<RailEntry> entries) {
    this.currentPerson = currentPerson;
    this.entries = entries.stream().sorted(Comparator.comparingInt(RailEntry::order)).toList();
  }

  @GetMapping("/")
  RedirectView start() {
    var person = currentPerson.get();
    var first = entries.stream().filter(entry -> entry.shownTo().test(person)).findFirst();
    return new RedirectView(first.map(RailEntry::path).orElse("/error"), true);
  }
}
