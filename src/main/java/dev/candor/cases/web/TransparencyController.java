package dev.candor.cases.web;

import dev.candor.access.CurrentPerson;
import dev.candor.cases.TransparencyFigures;
import dev.candor.cases.TransparencyFigures.Figure;
import dev.candor.cases.TransparencyFigures.HalfYear;
import dev.candor.cases.pages.Names;
import dev.candor.web.FileToSave;
import dev.candor.web.RailEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Transparency figures as a page, as CSV and as JSON. */
@Controller
class TransparencyController {

  private static final String CSV = "text/csv;charset=UTF-8";

  private final TransparencyFigures figures;
  private final CurrentPerson currentPerson;

  TransparencyController(TransparencyFigures figures, CurrentPerson currentPerson) {
    this.figures = figures;
    this.currentPerson = currentPerson;
  }

  @Bean
  static RailEntry transparencyInTheRail() {
    return new RailEntry(
        62, "transparency", "Transparency", "/transparency", TransparencyFigures::mayRead);
  }

  /**
   * @param wordsKey null for countries, whose name is the label
   */
  public record Row(@Nullable String wordsKey, String label, int requests) {}

  public record Table(String figure, List<Row> rows, int others) {}

  @GetMapping("/transparency")
  String page(@RequestParam(name = "half", defaultValue = "") String wanted, Model model) {
    var all = figures.all(currentPerson.get());
    var shown =
        all.stream()
            .filter(half -> half.code().equals(wanted))
            .findFirst()
            .or(() -> all.stream().findFirst());
    model.addAttribute("halves", all.stream().map(HalfYear::code).toList());
    model.addAttribute("half", shown.orElse(null));
    model.addAttribute(
        "tables", shown.map(TransparencyController::tables).orElseGet(List::<Table>of));
    model.addAttribute("least", TransparencyFigures.LEAST);
    return "cases/transparency";
  }

  @GetMapping(path = {"/transparency/figures.json", "/api/transparency"})
  @ResponseBody
  List<HalfYear> json() {
    return figures.all(currentPerson.get());
  }

  @GetMapping(path = {"/transparency/figures.csv", "/api/transparency.csv"})
  @ResponseBody
  FileToSave csv() {
    var whole = FiguresFile.csv(figures.all(currentPerson.get()));
    return FileToSave.of("candor-transparency.csv", CSV, whole);
  }

  private static List<Table> tables(HalfYear half) {
    return half.counts().stream()
        .map(
            counts ->
                new Table(
                    counts.figure().name(),
                    counts.told().stream()
                        .map(count -> row(counts.figure(), count.code(), count.requests()))
                        .toList(),
                    counts.others()))
        .toList();
  }

  private static Row row(Figure figure, String code, int requests) {
    return switch (figure) {
      case COUNTRY -> new Row(null, Names.country(code), requests);
      case TYPE -> new Row("type." + code, code, requests);
      case OUTCOME -> new Row("outcome." + code, code, requests);
      case AUTHORITY -> new Row("principalKind." + code, code, requests);
      case CHANNEL, LEGAL_BASIS, ITEMS ->
          new Row("transparency." + figure + "." + code, code, requests);
    };
  }
}
