package dev.candor.studio.web;

import dev.candor.process.Incidents;
import dev.candor.web.Message;
import dev.candor.web.Times;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What holds cases up, and trying it again. */
@Controller
class IncidentsController {

  private final Owners owners;
  private final Incidents incidents;

  IncidentsController(Owners owners, Incidents incidents) {
    this.owners = owners;
    this.incidents = incidents;
  }

  @GetMapping("/processes/incidents")
  String page(Model model) {
    var zone = owners.current().zone();
    List<Line> lines =
        incidents.open().stream()
            .map(
                incident ->
                    new Line(
                        String.valueOf(incident.key()),
                        incident.reference(),
                        incident.element(),
                        incident.cause(),
                        Times.moment(incident.since(), zone)))
            .toList();
    model.addAttribute("incidents", lines);
    return "studio/incidents";
  }

  @PostMapping("/processes/incidents/{key}/retry")
  String retry(@PathVariable long key, RedirectAttributes answer) {
    owners.current();
    answer.addFlashAttribute(
        "message",
        incidents.retry(key)
            ? Message.done(
                "It is being tried again. If it fails once more it is back here in a moment.")
            : new Message("warn", "It is not open any more. Nothing was changed."));
    return "redirect:/processes/incidents";
  }

  /**
   * @param element name of the step
   */
  public record Line(
      String key, String reference, String element, String cause, Times.Moment since) {}
}
