package dev.candor.insight.web;

import dev.candor.access.CurrentPerson;
import dev.candor.insight.internal.CycleTimes.Group;
import dev.candor.insight.internal.Percentiles.Estimate;
import dev.candor.insight.internal.Sample.Summary;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Counts and percentiles, for managers. All times are seconds. */
@RestController
@RequestMapping("/api/insight")
class InsightApi {

  private final AskedFigures figures;
  private final CurrentPerson currentPerson;
  private final Clock clock;

  InsightApi(AskedFigures figures, CurrentPerson currentPerson, Clock clock) {
    this.figures = figures;
    this.currentPerson = currentPerson;
    this.clock = clock;
  }

  /**
   * @param calendar {@code working} or {@code clock}
   * @param step whose passes are told in place of cases, null for cases
   * @param cases null where fewer than five ended
   * @param before of the period just before, as long as this one
   */
  record Answer(
      LocalDate from,
      LocalDate to,
      String calendar,
      String by,
      @Nullable String step,
      @Nullable Times cases,
      @Nullable Times before,
      List<Part> groups) {}

  /**
   * @param times null where fewer than five ended
   * @param before of the period just before; null where fewer than five ended
   */
  record Part(String code, String name, @Nullable Times times, @Nullable Times before) {}

  /**
   * @param n how many
   * @param waitingForUs mean
   */
  record Times(
      int n,
      Estimate p50,
      Estimate p85,
      Estimate p95,
      long mean,
      long waitingForUs,
      long inHand,
      long waitingForThem) {

    static @Nullable Times of(@Nullable Summary summary) {
      return summary == null
          ? null
          : new Times(
              summary.n(),
              summary.median(),
              summary.p85(),
              summary.p95(),
              Math.round(summary.mean()),
              Math.round(summary.forUs()),
              Math.round(summary.inHand()),
              Math.round(summary.forThem()));
    }
  }

  @GetMapping("/cycle-times")
  Answer cycleTimes(@RequestParam Map<String, String> parameters) {
    var person = currentPerson.get();
    var asked = Asked.of(parameters, clock, person.zone());
    var told = figures.figures(person, asked, figures.step(person, asked));
    var groups = figures.groups(person, asked);
    return new Answer(
        asked.from(),
        asked.to(),
        asked.working() ? "working" : "clock",
        asked.by(),
        asked.step() == null ? null : asked.step().code(),
        Times.of(told.now()),
        Times.of(told.before()),
        groups.stream().map(InsightApi::part).toList());
  }

  private static Part part(Group group) {
    return new Part(
        group.code(), group.name(), Times.of(group.summary()), Times.of(group.before()));
  }
}
