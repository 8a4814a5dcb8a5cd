package dev.candor.insight.internal;

import dev.candor.access.Person;
import dev.candor.access.Role;
import dev.candor.insight.internal.OpenCases.Risk;
import dev.candor.insight.internal.Sample.Summary;
import dev.candor.insight.internal.Target.Missed;
import dev.candor.notification.ReportKind;
import dev.candor.notification.Reports;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What letters to managers say: figures, codes and references, as they are when one is sent. */
@Component
class ReportsOnTimes implements Reports {

  private static final String LETTER = "target-";
  private static final String WEEK = "week-";
  private static final double HOUR = 3600;

  /** More references than these are counted. */
  private static final int NAMED = 20;

  private final TargetTable targets;
  private final StepTimes steps;
  private final CycleTimes times;
  private final OpenCases open;
  private final ServiceLevels levels;
  private final ForManagers managers;

  ReportsOnTimes(
      TargetTable targets,
      StepTimes steps,
      CycleTimes times,
      OpenCases open,
      ServiceLevels levels,
      ForManagers managers) {
    this.targets = targets;
    this.steps = steps;
    this.times = times;
    this.open = open;
    this.levels = levels;
    this.managers = managers;
  }

  static String occasion(UUID letter) {
    return LETTER + letter;
  }

  static String occasion(LocalDate monday) {
    return WEEK + monday;
  }

  @Override
  public Optional<Report> of(ReportKind kind, String occasion, Person reader) {
    if (!reader.is(Role.MANAGER)) {
      return Optional.empty();
    }
    return switch (kind) {
      case TARGET_MISSED -> missed(reader, UUID.fromString(occasion.substring(LETTER.length())));
      case WEEK -> week(reader, LocalDate.parse(occasion.substring(WEEK.length())));
    };
  }

  /** Nothing of what is over by now. */
  private Optional<Report> missed(Person reader, UUID letter) {
    return managers.count(
        reader,
        () -> {
          var missed = targets.inLetter(letter);
          return missed.isEmpty()
              ? Optional.empty()
              : targets.ofLetter(letter).map(target -> report(target.rule(), missed));
        });
  }

  private Report report(Rule rule, List<Missed> missed) {
    var first = missed.getFirst();
    var lines = new ArrayList<Line>();
    lines.add(
        switch (rule.kind()) {
          case SHARE_BREACHED ->
              Line.of("target.SHARE_BREACHED", Math.round(first.figure() * 100), first.most());
          case STEP_P85 ->
              Line.of(
                  "target.STEP_P85", steps.name(rule.step()), first.figure() / HOUR, first.most());
          case IDLE -> Line.of("target.IDLE", first.most(), references(missed));
        });
    if (missed.size() > NAMED) {
      lines.add(Line.of("target.more", missed.size() - NAMED));
    }
    if (rule.desk() != null) {
      lines.add(Line.of("target.desk", rule.desk()));
    }
    return new Report(lines);
  }

  private static String references(List<Missed> missed) {
    return missed.stream().limit(NAMED).map(Missed::reference).collect(Collectors.joining(", "));
  }

  /** Nothing of a week in which no case ended, while none is open. */
  private Optional<Report> week(Person reader, LocalDate monday) {
    var zone = reader.zone();
    var query =
        new TimesQuery(
            monday.minusWeeks(1).atStartOfDay(zone).toInstant(),
            monday.atStartOfDay(zone).toInstant(),
            true,
            Map.of());
    var figures = times.figures(reader, query, zone);
    var cases = open.all(reader).cases();
    if (figures.now() == null && cases.isEmpty()) {
      return Optional.empty();
    }
    var lines = new ArrayList<Line>();
    lines.add(Line.of("week.from", monday.minusWeeks(1), monday.minusDays(1)));
    lines.add(figures.now() == null ? Line.of("week.few") : times("week.ended", figures.now()));
    if (figures.before() != null) {
      lines.add(times("week.before", figures.before()));
    }
    var kept = levels.kept(reader, query);
    if (kept.share() != null) {
      lines.add(Line.of("week.deadlines", Math.round(kept.share() * 100), kept.n()));
    }
    lines.add(
        Line.of(
            "week.open",
            cases.size(),
            cases.stream().filter(each -> each.risk() == Risk.OVERDUE).count(),
            cases.stream().filter(each -> each.risk() == Risk.DUE_SOON).count()));
    int missed =
        managers.count(
            reader, () -> targets.missedBetween(reader.id().value(), query.from(), query.to()));
    if (missed > 0) {
      lines.add(Line.of("week.targets", missed));
    }
    return Optional.of(new Report(lines));
  }

  private static Line times(String word, Summary summary) {
    return Line.of(
        word, summary.n(), summary.median().value() / HOUR, summary.p85().value() / HOUR);
  }
}
