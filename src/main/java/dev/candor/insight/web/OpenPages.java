package dev.candor.insight.web;

import dev.candor.access.Person;
import dev.candor.insight.internal.Dimension;
import dev.candor.insight.internal.OpenCases;
import dev.candor.insight.internal.OpenCases.Open;
import dev.candor.insight.internal.OpenCases.OpenCase;
import dev.candor.insight.internal.OpenCases.Risk;
import dev.candor.insight.web.OpenPage.Ages;
import dev.candor.insight.web.OpenPage.Breach;
import dev.candor.insight.web.OpenPage.Mark;
import dev.candor.insight.web.OpenPage.Row;
import dev.candor.web.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what is open into the words of the page. */
@Component
class OpenPages {

  /** What an open case can be chosen by: it has no outcome, and may end on another version. */
  static final Set<Dimension> CHOSEN_BY =
      EnumSet.of(Dimension.DESK, Dimension.TYPE, Dimension.SEVERITY, Dimension.CHANNEL);

  /** More than one looks through. */
  private static final int ROWS = 200;

  private final OpenCases open;
  private final InsightForms forms;

  OpenPages(OpenCases open, InsightForms forms) {
    this.open = open;
    this.forms = forms;
  }

  OpenPage of(Person person, Asked asked) {
    var all = open.all(person, asked.only());
    var cases = all.cases();
    return new OpenPage(
        forms.of(person, asked, CHOSEN_BY),
        Times.city(person.zone()),
        cases.size(),
        count(cases, Risk.OVERDUE),
        count(cases, Risk.DUE_SOON),
        count(cases, Risk.OLD),
        all.ended(),
        cases.stream().anyMatch(each -> each.olderThan() != null || each.half() != null),
        breach(all.breach()),
        ages(all),
        rows(cases, person, true),
        rows(cases, person, false));
  }

  private static long count(List<OpenCase> cases, Risk risk) {
    return cases.stream().filter(each -> each.risk() == risk).count();
  }

  private static @Nullable Breach breach(OpenCases.@Nullable Breach breach) {
    return breach == null
        ? null
        : new Breach(
            Spoken.percent(breach.share()),
            "of "
                + breach.telling()
                + " with a deadline"
                + (breach.silent() == 0 ? "" : "; of " + breach.silent() + " more too few tell"));
  }

  private static Ages ages(Open all) {
    var ages =
        all.cases().stream()
            .mapToInt(each -> (int) Math.clamp(each.age().toSeconds(), 0, Integer.MAX_VALUE))
            .sorted()
            .toArray();
    var ended = all.ages();
    int oldest = ages.length == 0 ? 0 : ages[ages.length - 1];
    var spoken = Spoken.upTo(false, Math.max(oldest, ended == null ? 0 : ended.p95()));
    return new Ages(
        spoken.unit(),
        Histogram.of(ages).inWords(spoken),
        ended == null
            ? List.of()
            : List.of(
                mark("50 %", ended.median(), ages, spoken),
                mark("85 %", ended.p85(), ages, spoken),
                mark("95 %", ended.p95(), ages, spoken)));
  }

  private static Mark mark(String percent, long seconds, int[] ages, Spoken spoken) {
    long older = Arrays.stream(ages).filter(age -> age > seconds).count();
    return new Mark(
        percent,
        spoken.of(seconds),
        spoken.value(seconds),
        older,
        ages.length == 0 ? "" : Spoken.percent((double) older / ages.length));
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

  private static String day(Instant instant, Person person) {
    return Times.day(LocalDate.ofInstant(instant, person.zone()));
  }
}
