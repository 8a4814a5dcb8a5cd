package dev.candor.insight.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.Person;
import dev.candor.insight.internal.OpenCases;
import dev.candor.insight.internal.OpenCases.OpenCase;
import dev.candor.insight.internal.OpenCases.Risk;
import dev.candor.insight.internal.ServiceLevels;
import dev.candor.insight.internal.ServiceLevels.Level;
import dev.candor.web.Times;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is open: what is at risk, how old it is, when it may end, and how deadlines are kept. */
@Controller
class OpenController {

  /** More than one looks through. */
  private static final int ROWS = 200;

  private final OpenCases open;
  private final ServiceLevels levels;
  private final CurrentPerson currentPerson;
  private final Clock clock;

  OpenController(OpenCases open, ServiceLevels levels, CurrentPerson currentPerson, Clock clock) {
    this.open = open;
    this.levels = levels;
    this.currentPerson = currentPerson;
    this.clock = clock;
  }

  /**
   * @param risk a code, for its words
   * @param older than what share of those that ended
   * @param late how many tasks as long open were late; empty where too few tell
   * @param forecast days by which half, and most, of those that got as old had ended
   */
  record Row(
      String reference,
      String desk,
      @Nullable String severity,
      String steps,
      String age,
      String older,
      String forecast,
      @Nullable String due,
      String late,
      String risk) {}

  /**
   * @param share breached, of those that ended
   */
  record LevelRow(
      String step,
      @Nullable String severity,
      int met,
      int breached,
      String share,
      int open,
      int atRisk,
      int overdue) {}

  @GetMapping("/insight/open")
  String show(Model model) {
    var person = currentPerson.get();
    var all = open.all(person);
    var cases = all.cases();
    model.addAttribute("total", cases.size());
    model.addAttribute("ended", all.ended());
    model.addAttribute(
        "telling",
        cases.stream().anyMatch(each -> each.olderThan() != null || each.half() != null));
    model.addAttribute("atRisk", rows(cases, person, true));
    model.addAttribute("others", rows(cases, person, false));
    model.addAttribute("overdue", count(cases, Risk.OVERDUE));
    model.addAttribute("dueSoon", count(cases, Risk.DUE_SOON));
    model.addAttribute("old", count(cases, Risk.OLD));
    model.addAttribute("zone", Times.city(person.zone()));
    var query = Asked.of(Map.of(), clock, person.zone()).query(person.zone());
    model.addAttribute(
        "levels", levels.of(person, query).stream().map(OpenController::row).toList());
    return "insight/open";
  }

  private static long count(List<OpenCase> cases, Risk risk) {
    return cases.stream().filter(each -> each.risk() == risk).count();
  }

  private static List<Row> rows(List<OpenCase> cases, Person person, boolean atRisk) {
    return cases.stream()
        .filter(each -> (each.risk() != Risk.NONE) == atRisk)
        .limit(ROWS)
        .map(each -> row(each, person))
        .toList();
  }

  private static Row row(OpenCase open, Person person) {
    return new Row(
        open.reference(),
        open.desk() == null ? "no desk yet" : open.desk(),
        open.severity(),
        open.steps().isEmpty() ? "at work by itself" : String.join(", ", open.steps()),
        Times.span(open.age()),
        open.olderThan() == null ? "too few ended" : Spoken.percent(open.olderThan()),
        open.half() == null
            ? "too few got as old"
            : day(open.half(), person)
                + (open.most() == null ? "" : " to " + day(open.most(), person)),
        open.dueAt() == null ? null : Times.shortMoment(open.dueAt(), person.zone()).text(),
        late(open),
        open.risk().name());
  }

  private static String late(OpenCase open) {
    return open.late() == null || open.risk() == Risk.OVERDUE
        ? ""
        : Spoken.percent(open.late()) + " like it were late";
  }

  private static LevelRow row(Level level) {
    return new LevelRow(
        level.step(),
        level.severity(),
        level.met(),
        level.breached(),
        level.share() == null ? "fewer than five" : Spoken.percent(level.share()),
        level.open(),
        level.atRisk(),
        level.overdue());
  }

  private static String day(Instant instant, Person person) {
    return Times.day(LocalDate.ofInstant(instant, person.zone()));
  }
}
