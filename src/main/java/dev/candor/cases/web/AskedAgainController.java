package dev.candor.cases.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.Role;
import dev.candor.cases.AskingAgain;
import dev.candor.cases.AskingAgain.Asker;
import dev.candor.cases.AskingAgain.Filter;
import dev.candor.web.Page;
import dev.candor.web.RailEntry;
import dev.candor.web.Times;
import dev.candor.web.Times.Moment;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who asks more than once, at which desks: a page over all cases that a person may know of. */
@Controller
class AskedAgainController {

  private static final int ROWS = 25;
  private static final int YEAR = 365;

  /** In days, the one that is shown first in the middle. */
  private static final List<Integer> PERIODS = List.of(30, 90, YEAR, AskingAgain.LONGEST_PERIOD);

  private final AskingAgain askingAgain;
  private final CurrentPerson currentPerson;

  AskedAgainController(AskingAgain askingAgain, CurrentPerson currentPerson) {
    this.askingAgain = askingAgain;
    this.currentPerson = currentPerson;
  }

  @Bean
  static RailEntry askedAgainInTheRail() {
    return new RailEntry(
        22,
        "asked-again",
        "Asked again",
        "/asked-again",
        person -> person.is(Role.COUNSEL) || person.is(Role.DESK_HEAD) || person.is(Role.POLICY));
  }

  /**
   * @param cases address of the list of cases with this name in them
   */
  public record Row(
      String principal,
      int count,
      int refused,
      String desks,
      String newest,
      Moment lastFlaggedAt,
      String cases) {}

  /**
   * @param from number of the first row, counted from 1
   */
  public record Shown(
      List<Row> rows,
      long total,
      long from,
      long to,
      @Nullable String previous,
      @Nullable String next) {}

  /** What an old or mistyped address asks for and there is not, is as if it were not asked. */
  @GetMapping("/asked-again")
  String page(
      @RequestParam(defaultValue = "") String days,
      @RequestParam(defaultValue = "") String desk,
      @RequestParam(defaultValue = "") String severalDesks,
      @RequestParam(defaultValue = "1") String page,
      Model model) {
    var person = currentPerson.get();
    var desks =
        person.desks().size() > 1 ? person.desks().stream().sorted().toList() : List.<String>of();
    var filter =
        new Filter(
            PERIODS.stream().filter(p -> p.toString().equals(days)).findFirst().orElse(YEAR),
            desks.contains(desk) ? desk : null,
            severalDesks.equals("true"),
            Page.askedFor(page),
            ROWS);
    model.addAttribute("page", shown(askingAgain.list(person, filter), filter, person.zone()));
    model.addAttribute("filter", filter);
    model.addAttribute("periods", PERIODS);
    model.addAttribute("desks", desks);
    model.addAttribute("zone", Times.city(person.zone()));
    return "cases/asked-again";
  }

  private static Shown shown(Page<Asker> found, Filter filter, ZoneId zone) {
    var from = (long) found.page() * found.size() + 1;
    var to = from + found.items().size() - 1;
    return new Shown(
        found.items().stream().map(asker -> row(asker, zone)).toList(),
        found.total(),
        from,
        to,
        found.page() > 0 ? address(filter, found.page()) : null,
        to < found.total() ? address(filter, found.page() + 2) : null);
  }

  private static Row row(Asker asker, ZoneId zone) {
    return new Row(
        asker.principal(),
        asker.cases(),
        asker.refused(),
        String.join(", ", asker.desks()),
        asker.newest(),
        Times.shortMoment(asker.lastFlaggedAt(), zone),
        UriComponentsBuilder.fromPath("/cases")
            .queryParam("q", "{q}")
            .encode()
            .buildAndExpand(asker.principal())
            .toUriString());
  }

  /** Counted from 1, as people do. */
  private static String address(Filter filter, int page) {
    var address = UriComponentsBuilder.fromPath("/asked-again").queryParam("days", filter.days());
    if (filter.desk() != null) {
      address.queryParam("desk", filter.desk());
    }
    if (filter.severalDesks()) {
      address.queryParam("severalDesks", true);
    }
    return address.queryParam("page", page).encode().toUriString();
  }
}
