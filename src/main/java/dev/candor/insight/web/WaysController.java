package dev.candor.insight.web;

import dev.candor.access.CurrentPerson;
import dev.candor.insight.internal.Ways;
import dev.candor.insight.internal.Ways.Diagram;
import dev.candor.insight.internal.Ways.Heat;
import dev.candor.insight.internal.Ways.Way;
import dev.candor.process.EngineUnavailable;
import dev.candor.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The diagram as heat map, and the ways that cases took. */
@Controller
class WaysController {

  private static final String FIRST = "RegionalReviewProcess";
  private static final int LEVELS = 5;

  private final Ways ways;
  private final CurrentPerson currentPerson;
  private final Clock clock;

  WaysController(Ways ways, CurrentPerson currentPerson, Clock clock) {
    this.ways = ways;
    this.currentPerson = currentPerson;
    this.clock = clock;
  }

  /**
   * @param heat by the element's id
   */
  record Drawing(@Nullable String xml, Map<String, Spot> heat) {}

  /**
   * @param level 1 to 5, by its median time beside the longest
   */
  record Spot(int level, String label, String title) {}

  record HeatRow(
      String name, int passes, int cases, String again, int cutOff, String time, String forUs) {}

  record WayRow(String steps, int returns, int n, String share, String median) {}

  @GetMapping("/insight/ways")
  String show(@RequestParam Map<String, String> parameters, Model model) {
    var person = currentPerson.get();
    var asked = Asked.of(parameters, clock, person.zone());
    var query = asked.query(person.zone());
    var diagrams = ways.diagrams(person);
    var process = process(parameters, diagrams);
    var spoken = Spoken.upTo(asked.working(), 0);
    model.addAttribute("asked", asked);
    model.addAttribute("diagrams", diagrams);
    model.addAttribute("process", process);
    model.addAttribute(
        "heat", ways.heat(person, query, process).stream().map(heat -> row(heat, spoken)).toList());
    model.addAttribute(
        "ways", ways.ways(person, query).stream().map(way -> row(way, spoken)).toList());
    return "insight/ways";
  }

  /** What the diagram's script draws. */
  @GetMapping("/insight/ways/drawing")
  @ResponseBody
  Drawing drawing(@RequestParam Map<String, String> parameters) {
    var person = currentPerson.get();
    var asked = Asked.of(parameters, clock, person.zone());
    var process = process(parameters, ways.diagrams(person));
    var heat = ways.heat(person, asked.query(person.zone()), process);
    var spoken = Spoken.upTo(asked.working(), 0);
    int hottest = heat.stream().mapToInt(Heat::seconds).max().orElse(0);
    return new Drawing(
        ways.drawing(person, process).orElse(null),
        heat.stream()
            .filter(each -> each.seconds() > 0)
            .collect(Collectors.toMap(Heat::element, each -> spot(each, hottest, spoken))));
  }

  @ExceptionHandler
  Object engineAway(EngineUnavailable away, HttpServletRequest request) {
    return Problems.answer(
        request,
        HttpStatus.SERVICE_UNAVAILABLE,
        "The engine does not answer. Try again in a moment");
  }

  private static String process(Map<String, String> parameters, List<Diagram> diagrams) {
    var wanted = parameters.getOrDefault("process", FIRST);
    return diagrams.stream().anyMatch(each -> each.id().equals(wanted)) ? wanted : FIRST;
  }

  private static Spot spot(Heat heat, int hottest, Spoken spoken) {
    return new Spot(
        1 + (int) ((long) heat.seconds() * (LEVELS - 1) / hottest),
        spoken.of(heat.seconds()),
        heat.passes() + " passes, median " + spoken.of(heat.seconds()));
  }

  private static HeatRow row(Heat heat, Spoken spoken) {
    return new HeatRow(
        heat.name(),
        heat.passes(),
        heat.cases(),
        Spoken.percent((double) heat.again() / heat.cases()),
        heat.cutOff(),
        spoken.of(heat.seconds()),
        spoken.of(heat.forUs()));
  }

  private static WayRow row(Way way, Spoken spoken) {
    return new WayRow(
        way.steps().isEmpty() ? "no task and no wait" : String.join(" → ", way.steps()),
        way.returns(),
        way.n(),
        Spoken.percent(way.share()),
        spoken.of(way.median()));
  }
}
