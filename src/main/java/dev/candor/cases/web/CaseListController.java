package dev.candor.cases.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.Person;
import dev.candor.cases.CaseFilter;
import dev.candor.cases.CaseLine;
import dev.candor.cases.CaseReading;
import dev.candor.cases.CaseState;
import dev.candor.cases.RequestType;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

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
            Page.askedFor(page),
            ROWS);
    var found = reading.list(person, filter);
    model.addAttribute("page", shown(found, filter, person.zone()));
    model.addAttribute("filter", shown(filter, person));
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
        found.page() > 0 ? address(filter, found.page()) : null,
        to < found.total() ? address(filter, found.page() + 2) : null);
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
    return new CaseListPage.Filter(
        text(filter.q()),
        filter.state() == null ? "" : filter.state().name(),
        filter.type() == null ? "" : filter.type().name(),
        text(filter.desk()),
        Arrays.stream(CaseState.values()).map(Enum::name).toList(),
        Arrays.stream(RequestType.values()).map(Enum::name).toList(),
        desksOf(person),
        isOn(filter));
  }

  private static boolean isOn(CaseFilter filter) {
    return filter.state() != null
        || filter.type() != null
        || filter.desk() != null
        || !text(filter.q()).isEmpty();
  }

  /** Counted from 1, as people do. */
  private static String address(CaseFilter filter, int page) {
    var address = UriComponentsBuilder.fromPath("/cases");
    if (filter.state() != null) {
      address.queryParam("state", filter.state());
    }
    if (filter.type() != null) {
      address.queryParam("type", filter.type());
    }
    if (filter.desk() != null) {
      address.queryParam("desk", filter.desk());
    }
    if (!text(filter.q()).isEmpty()) {
      address.queryParam("q", "{q}");
    }
    return address.queryParam("page", page).encode().buildAndExpand(text(filter.q())).toUriString();
  }

  private static List<String> desksOf(Person person) {
    return person.desks().size() > 1 ? person.desks().stream().sorted().toList() : List.of();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static <E extends Enum<E>> @Nullable E choice(E[] choices, String name) {
    return Arrays.stream(choices).filter(it -> it.name().equals(name)).findFirst().orElse(null);
  }

  private static @Nullable String choice(List<String> choices, String name) {
    return choices.contains(name) ? name : null;
  }
}
