package dev.candor.cases.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.Role;
import dev.candor.cases.Retention;
import dev.candor.cases.UnknownCase;
import dev.candor.web.Message;
import dev.candor.web.RailEntry;
import dev.candor.web.RefusedByRule;
import dev.candor.web.Times;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was kept long enough, for counsel to look at before it goes. */
@Controller
class RetentionController {

  private final Retention retention;
  private final CurrentPerson currentPerson;

  RetentionController(Retention retention, CurrentPerson currentPerson) {
    this.retention = retention;
    this.currentPerson = currentPerson;
  }

  @Bean
  static RailEntry retentionInTheRail() {
    return new RailEntry(65, "retention", "Retention", "/retention", p -> p.is(Role.COUNSEL));
  }

  /**
   * @param outcome key of its words; null where there is none
   */
  public record Line(
      String reference,
      String type,
      @Nullable String outcome,
      String overSince,
      String dueSince,
      boolean held) {}

  @GetMapping("/retention")
  String page(Model model) {
    var person = currentPerson.get();
    var due = retention.due(person);
    model.addAttribute("lines", due.stream().map(each -> line(each, person.zone())).toList());
    model.addAttribute("most", due.size() == Retention.MOST);
    model.addAttribute("deletable", due.stream().anyMatch(each -> !each.held()));
    return "cases/retention";
  }

  @PostMapping("/retention")
  String delete(
      @RequestParam(name = "reference", required = false) @Nullable List<String> references,
      @RequestParam(defaultValue = "false") boolean sure,
      RedirectAttributes answer) {
    answer.addFlashAttribute("message", deleted(references == null ? List.of() : references, sure));
    return "redirect:/retention";
  }

  private Message deleted(List<String> references, boolean sure) {
    var person = currentPerson.get();
    if (!person.is(Role.COUNSEL)) {
      throw new AccessDeniedException("Not theirs to delete");
    }
    if (!sure || references.isEmpty()) {
      return Message.refused(
          "Nothing was deleted: choose cases, and tick that they are to go for good.");
    }
    var done = 0;
    for (var reference : references) {
      try {
        retention.delete(CaseReferences.of(reference), person);
        done++;
      } catch (RefusedByRule | UnknownCase refused) {
        return Message.refused(
            "%d deleted, then it stopped at one of them. %s."
                .formatted(done, refused.getMessage()));
      }
    }
    return Message.done(
        (done == 1 ? "One case is" : done + " cases are") + " deleted. The ledger says so.");
  }

  private static Line line(Retention.Due due, ZoneId zone) {
    return new Line(
        due.reference(),
        "type." + due.type(),
        due.outcome() == null ? null : "outcome." + due.outcome(),
        Times.day(LocalDate.ofInstant(due.overSince(), zone)),
        Times.day(LocalDate.ofInstant(due.dueSince(), zone)),
        due.held());
  }
}
