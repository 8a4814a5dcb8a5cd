package dev.candor.cases.web;

import dev.candor.access.CurrentPerson;
import dev.candor.cases.AskedBefore;
import dev.candor.cases.AskedBefore.Asked;
import dev.candor.cases.AskedBefore.Pattern;
import dev.candor.cases.pages.ItemsInWords;
import dev.candor.web.Times;
import dev.candor.web.Times.Moment;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** What was asked before or elsewhere, as a page and as JSON. */
@Controller
class AskedBeforeController {

  private final AskedBefore askedBefore;
  private final CurrentPerson currentPerson;

  AskedBeforeController(AskedBefore askedBefore, CurrentPerson currentPerson) {
    this.askedBefore = askedBefore;
    this.currentPerson = currentPerson;
  }

  /**
   * @param outcome null until it is decided
   * @param words in common; empty when there are none
   * @param items that both name; empty when there are none
   */
  public record Line(
      String reference,
      String type,
      String principal,
      @Nullable String desk,
      Moment flaggedAt,
      String state,
      @Nullable String outcome,
      boolean samePrincipal,
      String words,
      String items,
      boolean refusedBefore) {}

  @GetMapping("/api/cases/{reference}/asked-before")
  @ResponseBody
  Pattern json(@PathVariable String reference) {
    return around(reference);
  }

  @GetMapping("/cases/{reference}/asked-before")
  String page(@PathVariable String reference, Model model) {
    var zone = currentPerson.get().zone();
    var pattern = around(reference);
    model.addAttribute("pattern", pattern);
    model.addAttribute("lines", lines(pattern.asked(), zone));
    model.addAttribute("zone", Times.city(zone));
    return "cases/asked-before";
  }

  private Pattern around(String reference) {
    return askedBefore.around(currentPerson.get(), CaseReferences.of(reference));
  }

  private static List<Line> lines(List<Asked> asked, ZoneId zone) {
    return asked.stream().map(other -> line(other, zone)).toList();
  }

  private static Line line(Asked asked, ZoneId zone) {
    var line = asked.line();
    return new Line(
        line.reference(),
        line.type().name(),
        line.principal(),
        line.desk(),
        Times.shortMoment(line.flaggedAt(), zone),
        line.state().name(),
        line.outcome() == null ? null : line.outcome().name(),
        asked.samePrincipal(),
        String.join(", ", asked.words()),
        ItemsInWords.few(asked.items()),
        asked.refusedBefore());
  }
}
