package dev.candor.studio.web;

import dev.candor.process.CasesUnderWay;
import dev.candor.process.CasesUnderWay.Standing;
import dev.candor.process.EngineUnavailable;
import dev.candor.process.ProcessSets.Kind;
import dev.candor.studio.Comparison;
import dev.candor.studio.web.Versions.Known;
import dev.candor.web.Times;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** One version of a process, table or form, as drawn. */
@Controller
class VersionController {

  private final Owners owners;
  private final Versions versions;
  private final CasesUnderWay cases;
  private final Comparison comparison;
  private final Deployers deployers;

  VersionController(
      Owners owners,
      Versions versions,
      CasesUnderWay cases,
      Comparison comparison,
      Deployers deployers) {
    this.owners = owners;
    this.versions = versions;
    this.cases = cases;
    this.comparison = comparison;
    this.deployers = deployers;
  }

  @GetMapping("/processes/{path:diagrams|tables|forms}/{id}")
  String newest(@PathVariable String path, @PathVariable String id, Model model) {
    owners.current();
    return page(path, id, versions.of(Versions.kind(path), id).getFirst(), model);
  }

  @GetMapping("/processes/{path:diagrams|tables|forms}/{id}/{version}")
  String one(
      @PathVariable String path, @PathVariable String id, @PathVariable int version, Model model) {
    owners.current();
    return page(path, id, versions.one(Versions.kind(path), id, version), model);
  }

  @GetMapping(
      path = "/processes/{path:diagrams|tables|forms}/{id}/{version}/drawing",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  Drawing drawing(@PathVariable String path, @PathVariable String id, @PathVariable int version) {
    owners.current();
    var known = versions.one(Versions.kind(path), id, version);
    var counts = known.version().kind() == Kind.PROCESS ? perElement(known) : null;
    return new Drawing(
        versions.text(known), known.version().id(), counts == null ? Map.of() : counts);
  }

  private String page(String path, String id, Known shown, Model model) {
    var zone = owners.current().zone();
    var all = versions.of(Versions.kind(path), id);
    var before =
        all.stream()
            .filter(known -> known.version().version() < shown.version().version())
            .findFirst();
    model.addAttribute("path", path);
    model.addAttribute("v", shown.version());
    model.addAttribute("by", deployers.of(shown.set()));
    model.addAttribute("set", shown.set().number());
    model.addAttribute("at", Times.moment(shown.set().at(), zone));
    model.addAttribute("before", before.map(known -> known.version().version()).orElse(null));
    model.addAttribute("differences", differences(before, shown));
    var process = shown.version().kind() == Kind.PROCESS;
    model.addAttribute(
        "versions",
        all.stream()
            .map(
                known ->
                    new VersionLine(
                        known.version().version(),
                        deployers.of(known.set()),
                        Times.shortMoment(known.set().at(), zone),
                        process ? running(known) : null,
                        known.version().version() == shown.version().version()))
            .toList());
    model.addAttribute("zone", Times.city(zone));
    model.addAttribute("steps", process ? steps(shown) : null);
    return "studio/version";
  }

  private List<String> differences(Optional<Known> before, Known shown) {
    return before
        .map(
            known ->
                comparison.inWords(
                    shown.version().file(), versions.text(known), versions.text(shown)))
        .orElse(List.of());
  }

  private @Nullable Long running(Known known) {
    try {
      return cases.running(known.version().key());
    } catch (EngineUnavailable away) {
      return null;
    }
  }

  private @Nullable Map<String, Standing> perElement(Known known) {
    try {
      return cases.perElement(known.version().key());
    } catch (EngineUnavailable away) {
      return null;
    }
  }

  /** Where cases stand, in words; null when the engine does not answer. */
  private @Nullable List<Step> steps(Known known) {
    var counts = perElement(known);
    if (counts == null) {
      return null;
    }
    var names = comparison.names(versions.text(known));
    return counts.entrySet().stream()
        .filter(entry -> names.containsKey(entry.getKey()))
        .map(
            entry ->
                new Step(
                    names.get(entry.getKey()),
                    entry.getValue().waiting(),
                    entry.getValue().stuck()))
        .toList();
  }

  /**
   * @param source the file's text: BPMN, DMN or form-js
   * @param counts per element of a diagram
   */
  record Drawing(String source, String id, Map<String, Standing> counts) {}

  public record VersionLine(
      int number, String by, Times.Moment at, @Nullable Long running, boolean shown) {}

  public record Step(String name, long waiting, long stuck) {}
}
