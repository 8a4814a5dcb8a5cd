package dev.candor.studio.web;

import dev.candor.process.CasesUnderWay;
import dev.candor.process.CasesUnderWay.Candidate;
import dev.candor.process.ProcessSets.Kind;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moving running cases to another version: first looked at, then done. */
@Controller
class MovesController {

  private static final Logger log = LoggerFactory.getLogger(MovesController.class);

  private final Owners owners;
  private final Versions versions;
  private final CasesUnderWay cases;

  MovesController(Owners owners, Versions versions, CasesUnderWay cases) {
    this.owners = owners;
    this.versions = versions;
    this.cases = cases;
  }

  @GetMapping("/processes/diagrams/{id}/{from}/move")
  String preview(
      @PathVariable String id, @PathVariable int from, @RequestParam int to, Model model) {
    owners.current();
    var source = versions.one(Kind.PROCESS, id, from);
    var target = versions.one(Kind.PROCESS, id, to);
    var candidates = cases.preview(source.version().key(), target.version().key());
    model.addAttribute("v", source.version());
    model.addAttribute("to", to);
    model.addAttribute("movable", candidates.stream().filter(Candidate::movable).toList());
    model.addAttribute("held", candidates.stream().filter(c -> !c.movable()).toList());
    return "studio/move";
  }

  @PostMapping("/processes/diagrams/{id}/{from}/move")
  String move(
      @PathVariable String id,
      @PathVariable int from,
      @RequestParam int to,
      @RequestParam(name = "instance", required = false) List<Long> instances,
      RedirectAttributes answer) {
    var by = owners.current().id();
    var source = versions.one(Kind.PROCESS, id, from);
    var target = versions.one(Kind.PROCESS, id, to);
    var chosen = instances == null ? List.<Long>of() : instances;
    var results = cases.move(source.version().key(), target.version().key(), chosen);
    log.info("{} moved {} cases of {} from version {} to {}", by, results.size(), id, from, to);
    answer.addFlashAttribute("results", results);
    answer.addAttribute("to", to);
    return "redirect:/processes/diagrams/{id}/{from}/move";
  }
}
