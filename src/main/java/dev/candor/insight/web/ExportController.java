package dev.candor.insight.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.Role;
import dev.candor.insight.internal.ExportingTimes;
import dev.candor.insight.internal.HeatMap;
import dev.candor.insight.internal.OcelFile;
import dev.candor.insight.internal.StepTimes.Step;
import dev.candor.insight.internal.TooManyFiles;
import dev.candor.insight.internal.XesFile;
import dev.candor.web.FileToSave;
import dev.candor.web.InvalidInput;
import dev.candor.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Times as files. */
@Controller
class ExportController {

  private static final String CSV = "text/csv;charset=UTF-8";

  private final ExportingTimes exporting;
  private final AskedFigures figures;
  private final HeatMap map;
  private final CurrentPerson currentPerson;
  private final Clock clock;

  ExportController(
      ExportingTimes exporting,
      AskedFigures figures,
      HeatMap map,
      CurrentPerson currentPerson,
      Clock clock) {
    this.exporting = exporting;
    this.figures = figures;
    this.map = map;
    this.currentPerson = currentPerson;
    this.clock = clock;
  }

  @GetMapping("/insight/export")
  @ResponseBody
  FileToSave export(@RequestParam Map<String, String> parameters) {
    var person = currentPerson.get();
    // Once the answer has begun, nothing can be refused any more.
    if (!person.is(Role.MANAGER)) {
      throw new AccessDeniedException("Not theirs to see");
    }
    var asked = Asked.of(parameters, clock, person.zone());
    var query = asked.query(person.zone());
    var step = figures.step(person, asked).map(Step::id);
    return switch (parameters.getOrDefault("as", "csv")) {
      case "csv" -> file("csv", CSV, out -> exporting.cases(person, query, out));
      case "steps" ->
          file("steps.csv", CSV, out -> exporting.steps(person, query, step.orElse(null), out));
      case "passes" -> {
        var process = WaysPages.process(parameters.get("process"), map.diagrams(person));
        yield file("passes.csv", CSV, out -> exporting.passes(person, query, process, out));
      }
      case "deadlines" ->
          file("deadlines.csv", CSV, out -> exporting.deadlines(person, query, out));
      case "open" -> file("open.csv", CSV, out -> exporting.open(person, asked.only(), out));
      case "xes" ->
          file("xes", "application/xml", out -> exporting.events(person, query, new XesFile(out)));
      case "ocel" ->
          file(
              "ocel.json",
              "application/json",
              out -> exporting.events(person, query, new OcelFile(out)));
      default ->
          throw new InvalidInput("as", "Must be csv, steps, passes, deadlines, open, xes or ocel");
    };
  }

  @ExceptionHandler
  Object tooMany(TooManyFiles refusal, HttpServletRequest request) {
    return Problems.answer(
        request,
        HttpStatus.SERVICE_UNAVAILABLE,
        "Other files are being written just now. Try again in a moment");
  }

  private static FileToSave file(String ending, String mediaType, FileToSave.Content content) {
    return new FileToSave("candor-cycle-times." + ending, mediaType, content);
  }
}
