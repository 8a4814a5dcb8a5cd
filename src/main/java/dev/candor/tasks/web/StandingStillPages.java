package dev.candor.tasks.web;

import dev.candor.access.CurrentPerson;
import dev.candor.cases.pages.Names;
import dev.candor.tasks.StandingStill;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Warns those who can mend it, where they work, of tasks that nobody may take. */
@ControllerAdvice
class StandingStillPages {

  private static final List<String> PLACES = List.of("/desk", "/processes");

  private final StandingStill standingStill;
  private final CurrentPerson currentPerson;
  private final Names names;

  StandingStillPages(StandingStill standingStill, CurrentPerson currentPerson, Names names) {
    this.standingStill = standingStill;
    this.currentPerson = currentPerson;
    this.names = names;
  }

  @ModelAttribute
  void standingStill(HttpServletRequest request, Model model) {
    if (PLACES.contains(request.getRequestURI()) && request.getMethod().equals("GET")) {
      model.addAttribute(
          "standingStill", standingStill.of(currentPerson.get()).stream().map(this::line).toList());
    }
  }

  private Line line(StandingStill.Still still) {
    return new Line(still.reference(), still.name(), names.groups(still.candidateGroups()));
  }

  public record Line(String reference, String name, String groups) {}
}
