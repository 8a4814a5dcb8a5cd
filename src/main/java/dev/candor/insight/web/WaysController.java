package dev.candor.insight.web;

import dev.candor.access.CurrentPerson;
import dev.candor.insight.internal.HeatMap;
import dev.candor.process.EngineUnavailable;
import dev.candor.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
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

  private final WaysPages pages;
  private final HeatMap map;
  private final CurrentPerson currentPerson;
  private final Clock clock;

  WaysController(WaysPages pages, HeatMap map, CurrentPerson currentPerson, Clock clock) {
    this.pages = pages;
    this.map = map;
    this.currentPerson = currentPerson;
    this.clock = clock;
  }

  /** The colours are in the page: what it shows is counted once. */
  record Drawing(@Nullable String xml) {}

  @GetMapping("/insight/ways")
  String show(@RequestParam Map<String, String> parameters, Model model) {
    var person = currentPerson.get();
    var asked = Asked.of(parameters, clock, person.zone());
    var colour = Colour.of(parameters.get("colour"));
    model.addAttribute("page", pages.of(person, asked, parameters.get("process"), colour));
    return "insight/ways";
  }

  /** What the diagram's script draws. */
  @GetMapping("/insight/ways/drawing")
  @ResponseBody
  Drawing drawing(@RequestParam(required = false) @Nullable String process) {
    var person = currentPerson.get();
    var drawn = WaysPages.process(process, map.diagrams(person));
    return new Drawing(map.drawing(person, drawn).orElse(null));
  }

  @ExceptionHandler
  Object engineAway(EngineUnavailable away, HttpServletRequest request) {
    return Problems.answer(
        request,
        HttpStatus.SERVICE_UNAVAILABLE,
        "The engine does not answer. Try again in a moment");
  }
}
