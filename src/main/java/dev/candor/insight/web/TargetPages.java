package dev.candor.insight.web;

import dev.candor.access.Person;
import dev.candor.insight.internal.CycleTimes;
import dev.candor.insight.internal.Dimension;
import dev.candor.insight.internal.Rule;
import dev.candor.insight.internal.Rule.Kind;
import dev.candor.insight.internal.StepTimes.Step;
import dev.candor.insight.internal.StepTimes.StepId;
import dev.candor.insight.internal.Target;
import dev.candor.insight.internal.Target.Missed;
import dev.candor.insight.internal.Targets;
import dev.candor.insight.web.InsightPage.Choice;
import dev.candor.web.InvalidInput;
import dev.candor.web.Times;
import dev.candor.web.Times.Moment;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Targets in words, and what is entered in codes. */
@Component
class TargetPages {

  private static final int MOST_TIMES = 50;

  private final Targets targets;
  private final CycleTimes times;

  TargetPages(Targets targets, CycleTimes times) {
    this.targets = targets;
    this.times = times;
  }

  /**
   * @param changing the form that is filled; null when none is asked for
   */
  record Page(
      List<Row> rows,
      List<Time> history,
      List<Form> forms,
      @Nullable Form changing,
      List<Choice> desks,
      List<Choice> steps,
      String zone) {}

  /**
   * @param state a code: missed, kept, paused or new
   * @param now what was found when it was looked at last
   */
  record Row(
      UUID id,
      String rule,
      String desk,
      String state,
      @Nullable Moment since,
      String now,
      @Nullable Moment lastTold) {}

  /** A time in which a target was missed. */
  record Time(
      String rule,
      String desk,
      @Nullable String reference,
      String figure,
      Moment since,
      @Nullable Moment until) {}

  /**
   * @param id of the target that it changes; null for a new one
   */
  record Form(
      @Nullable UUID id, Kind kind, int most, @Nullable String desk, @Nullable String step) {}

  Page of(Person person, @Nullable UUID change) {
    var zone = person.zone();
    var steps = steps(person);
    var rows = new ArrayList<Row>();
    var history = new ArrayList<Missing>();
    Form changing = null;
    for (var entry : targets.of(person).entrySet()) {
      var target = entry.getKey();
      rows.add(row(target, steps, zone));
      entry.getValue().forEach(missed -> history.add(new Missing(target.rule(), missed)));
      if (target.id().equals(change)) {
        changing = form(target);
      }
    }
    history.sort(Comparator.comparing((Missing each) -> each.missed().since()).reversed());
    return new Page(
        rows,
        history.stream().limit(MOST_TIMES).map(each -> time(each, steps, zone)).toList(),
        Arrays.stream(Kind.values()).map(kind -> form(kind)).toList(),
        changing,
        desks(person),
        steps.entrySet().stream()
            .map(each -> new Choice(each.getKey().code(), each.getValue()))
            .sorted(Comparator.comparing(Choice::name))
            .toList(),
        Times.city(zone));
  }

  /**
   * @throws InvalidInput when it names no desk or no step that is offered
   */
  Rule rule(Person person, Kind kind, int most, String desk, String step) {
    if (!desk.isBlank() && desks(person).stream().noneMatch(each -> each.code().equals(desk))) {
      throw new InvalidInput("desk", "Must be one of those that are offered");
    }
    return new Rule(kind, most, desk.isBlank() ? null : desk, step(person, step));
  }

  private record Missing(Rule rule, Missed missed) {}

  private @Nullable StepId step(Person person, String code) {
    if (code.isBlank()) {
      return null;
    }
    return steps(person).keySet().stream()
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("step", "Must be one of those that are offered"));
  }

  private Map<StepId, String> steps(Person person) {
    return times.steps(person).stream().collect(Collectors.toMap(Step::id, Step::name));
  }

  private List<Choice> desks(Person person) {
    return times.values(person).get(Dimension.DESK).stream()
        .filter(code -> !code.equals("NONE"))
        .map(code -> new Choice(code, code))
        .toList();
  }

  private static Form form(Kind kind) {
    int most =
        switch (kind) {
          case SHARE_BREACHED -> 10;
          case IDLE -> 2;
          case STEP_P85 -> 16;
        };
    return new Form(null, kind, most, null, null);
  }

  private static Form form(Target target) {
    var rule = target.rule();
    return new Form(
        target.id(),
        rule.kind(),
        rule.most(),
        rule.desk(),
        rule.step() == null ? null : rule.step().code());
  }

  private static Row row(Target target, Map<StepId, String> steps, ZoneId zone) {
    var since = target.missedSince();
    var told = target.lastTold();
    return new Row(
        target.id(),
        words(target.rule(), target.rule().most(), steps),
        desk(target.rule()),
        state(target),
        since == null ? null : Times.shortMoment(since, zone),
        now(target),
        told == null ? null : Times.shortMoment(told, zone));
  }

  private static String state(Target target) {
    if (target.paused()) {
      return "paused";
    }
    if (target.checkedAt() == null) {
      return "new";
    }
    return target.missedSince() == null ? "kept" : "missed";
  }

  private static String now(Target target) {
    if (target.paused() || target.checkedAt() == null) {
      return "";
    }
    return target.figure() == null ? Spoken.FEW : figure(target.rule().kind(), target.figure());
  }

  private static Time time(Missing missing, Map<StepId, String> steps, ZoneId zone) {
    var missed = missing.missed();
    var rule = missing.rule();
    return new Time(
        words(rule, missed.most(), steps),
        desk(rule),
        missed.reference(),
        missed.reference() == null ? figure(rule.kind(), missed.figure()) : "",
        Times.shortMoment(missed.since(), zone),
        missed.until() == null ? null : Times.shortMoment(missed.until(), zone));
  }

  private static String figure(Kind kind, double figure) {
    return switch (kind) {
      case SHARE_BREACHED -> Spoken.percent(figure);
      case IDLE -> Math.round(figure) == 1 ? "1 case" : Math.round(figure) + " cases";
      case STEP_P85 -> Times.hours(Duration.ofSeconds(Math.round(figure)));
    };
  }

  private static String words(Rule rule, int most, Map<StepId, String> steps) {
    return switch (rule.kind()) {
      case SHARE_BREACHED -> "At most " + most + " % of deadlines missed in a week";
      case IDLE ->
          most == 1
              ? "No case in which nothing happens for a working day"
              : "No case in which nothing happens for " + most + " working days";
      case STEP_P85 -> "85 % of “" + name(rule, steps) + "” within " + most + " h of working time";
    };
  }

  private static String name(Rule rule, Map<StepId, String> steps) {
    var step = rule.step();
    return step == null ? "" : steps.getOrDefault(step, step.element());
  }

  private static String desk(Rule rule) {
    return rule.desk() == null ? "All desks" : rule.desk();
  }
}
