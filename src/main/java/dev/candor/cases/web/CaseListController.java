package dev.candor.cases.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.Person;
import dev.candor.cases.CaseFilter;
import dev.candor.cases.CaseFilter.Besides;
import dev.candor.cases.CaseLine;
import dev.candor.cases.CaseReading;
import dev.candor.cases.CaseState;
import dev.candor.cases.Outcome;
import dev.candor.cases.RequestType;
import dev.candor.cases.Severity;
import dev.candor.web.Countries;
import dev.candor.web.Page;
import dev.candor.web.RailEntry;
import dev.candor.web.Times;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of cases a person may know of. */
@Controller
class CaseListController {

  private static final int ROWS = 25;
  private static final int LONGEST_QUERY = 200;

  private final CaseReading reading;
  private final CurrentPerson currentPerson;

  CaseListController(CaseReading reading, CurrentPerson currentPerson) {
    this.reading = reading;
    this.currentPerson = currentPerson;
  }

  @Bean
  static RailEntry casesInTheRail() {
    return new RailEntry(20, "cases", "Cases", "/cases", person -> true);
  }

  /** What an old or mistyped address asks for and there is not, is as if it were not asked. */
  @GetMapping("/cases")
  String list(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String type,
      @RequestParam(defaultValue = "") String desk,
      @RequestParam(defaultValue = "") String q,
      @ModelAttribute BesidesParameters besides,
      @RequestParam(defaultValue = "1") String page,
      Model model) {
    var person = currentPerson.get();
    var words = q.replace("\0", "").strip();
    var filter =
        new CaseFilter(
            choice(CaseState.values(), state),
            choice(desksOf(person), desk),
            choice(RequestType.values(), type),
            words.substring(0, Math.min(words.length(), LONGEST_QUERY)),
            besides.asFarAsUnderstood(),
            Page.askedFor(page),
            ROWS);
    var found = reading.list(person, filter);
    model.addAttribute("page", shown(found, filter, person.zone()));
    model.addAttribute("filter", shown(filter, person));
    model.addAttribute("loosen", found.total() == 0 ? toLoosen(person, filter) : List.of());
    model.addAttribute("zone", Times.city(person.zone()));
    return "cases/list";
  }

  private static CaseListPage shown(Page<CaseLine> found, CaseFilter filter, ZoneId zone) {
    var from = (long) found.page() * found.size() + 1;
    var to = from + found.items().size() - 1;
    return new CaseListPage(
        found.items().stream().map(line -> row(line, zone)).toList(),
        found.total(),
        from,
        to,
        found.page() > 0 ? CaseListAddress.ofPage(found.page(), filter) : null,
        to < found.total() ? CaseListAddress.ofPage(found.page() + 2, filter) : null);
  }

  private static CaseListPage.Row row(CaseLine line, ZoneId zone) {
    return new CaseListPage.Row(
        line.reference(),
        line.type().name(),
        line.principal(),
        line.severity() == null ? null : line.severity().name(),
        line.state().name(),
        line.desk(),
        Times.shortMoment(line.flaggedAt(), zone));
  }

  private static CaseListPage.Filter shown(CaseFilter filter, Person person) {
    var besides = filter.besides();
    return new CaseListPage.Filter(
        text(filter.q()),
        text(filter.state()),
        text(filter.type()),
        text(filter.desk()),
        text(besides.from()),
        text(besides.to()),
        text(besides.outcome()),
        text(besides.severity()),
        text(besides.country()),
        names(CaseState.values()),
        names(RequestType.values()),
        desksOf(person),
        names(Outcome.values()),
        names(Severity.values()),
        Countries.ALL,
        CaseListAddress.isNarrow(filter),
        !besides.equals(Besides.NOTHING),
        besides.daysAreInOrder());
  }

  private List<CaseListPage.Loosen> toLoosen(Person person, CaseFilter filter) {
    return reading.toLoosen(person, filter).stream()
        .map(part -> new CaseListPage.Loosen(part.name(), CaseListAddress.without(part, filter)))
        .toList();
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static List<String> desksOf(Person person) {
    return person.desks().size() > 1 ? person.desks().stream().sorted().toList() : List.of();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static <E extends Enum<E>> @Nullable E choice(E[] choices, String name) {
    return Arrays.stream(choices).filter(it -> it.name().equals(name)).findFirst().orElse(null);
  }

  private static @Nullable String choice(List<String> choices, String name) {
    return choices.contains(name) ? name : null;
  }
}
