package dev.candor.insight.internal;

import dev.candor.access.Person;
import dev.candor.insight.internal.OpenCaseTable.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What has not ended: how old it is beside what has, what is at risk, and when it may end. By the
 * clock, because a day is asked for.
 *
 * <p>All methods throw {@link org.springframework.security.access.AccessDeniedException} for who is
 * no manager.
 */
@Component
public class OpenCases {

  private static final Duration YEAR = Duration.ofDays(365);
  private static final double OLD = 0.85;

  private final OpenCaseTable table;
  private final FinishedCaseTable finished;
  private final TaskSurvival tasks;
  private final ForManagers managers;
  private final Clock clock;

  OpenCases(
      OpenCaseTable table,
      FinishedCaseTable finished,
      TaskSurvival tasks,
      ForManagers managers,
      Clock clock) {
    this.table = table;
    this.finished = finished;
    this.tasks = tasks;
    this.managers = managers;
    this.clock = clock;
  }

  /** Why a case is looked after first. */
  public enum Risk {
    OVERDUE,
    DUE_SOON,
    OLD,
    NONE
  }

  /**
   * @param steps where it stands, in words
   * @param dueAt of the task that is due first
   * @param late the share of tasks like that one that were late when they had been open as long, 1
   *     when it is; null where that rests on too few
   * @param olderThan the share of those of its severity that had ended at its age; null where fewer
   *     than five ended
   * @param half by when half of those that got as old had ended; null where too few did
   * @param most the same of 85 in a hundred
   */
  public record OpenCase(
      String reference,
      @Nullable String desk,
      @Nullable String severity,
      Instant flaggedAt,
      Duration age,
      List<String> steps,
      @Nullable Instant dueAt,
      @Nullable Double late,
      @Nullable Double olderThan,
      @Nullable Instant half,
      @Nullable Instant most,
      Risk risk) {}

  /**
   * @param cases those at risk first, then the oldest
   * @param ended how many that ended within a year it rests on
   */
  public record Open(List<OpenCase> cases, int ended) {}

  public Open all(Person person) {
    return managers.count(person, finished::now, this::all);
  }

  Open all() {
    return managers.count(finished::now, this::all);
  }

  private Open all(FinishedCases ended) {
    var now = clock.instant();
    var open = table.standing();
    var all = survival(ended, open, null, now);
    var steps = tasks.of(elements(open), now);
    Map<String, Survival> bySeverity = new HashMap<>();
    var cases = new ArrayList<OpenCase>();
    for (var standing : open) {
      var severity = standing.severity();
      var same =
          severity == null
              ? all
              : bySeverity.computeIfAbsent(severity, each -> survival(ended, open, each, now));
      cases.add(
          openCase(
              standing,
              same.ended() < Survival.FEWEST_ENDED ? all : same,
              late(standing, steps, now),
              now));
    }
    cases.sort(
        Comparator.comparing(OpenCase::risk)
            .thenComparing(OpenCase::age, Comparator.reverseOrder()));
    return new Open(List.copyOf(cases), all.ended());
  }

  private OpenCase openCase(
      Standing standing, Survival survival, @Nullable Double late, Instant now) {
    var age = Duration.between(standing.flaggedAt(), now);
    long seconds = Math.max(0, age.toSeconds());
    var olderThan = survival.ended() < Sample.FEWEST ? null : 1 - survival.survivingTo(seconds);
    return new OpenCase(
        standing.reference(),
        standing.desk(),
        standing.severity(),
        standing.flaggedAt(),
        age,
        standing.steps(),
        standing.dueAt(),
        late,
        olderThan,
        then(standing, survival.ends(seconds, 0.5)),
        then(standing, survival.ends(seconds, OLD)),
        risk(standing, olderThan, now));
  }

  private static Set<String> elements(List<Standing> open) {
    return open.stream()
        .map(Standing::element)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static @Nullable Double late(
      Standing standing, Map<String, Survival> steps, Instant now) {
    var due = standing.dueAt();
    var offered = standing.offeredAt();
    return due == null || offered == null
        ? null
        : TaskSurvival.late(steps.get(standing.element()), offered, due, now);
  }

  private static @Nullable Instant then(Standing standing, OptionalLong seconds) {
    return seconds.isEmpty() ? null : standing.flaggedAt().plusSeconds(seconds.getAsLong());
  }

  private static Risk risk(Standing standing, @Nullable Double olderThan, Instant now) {
    var due = standing.dueAt();
    if (due != null && due.isBefore(now)) {
      return Risk.OVERDUE;
    }
    var offered = standing.offeredAt();
    if (due != null && offered != null) {
      var threeQuarters = offered.plus(Duration.between(offered, due).multipliedBy(3).dividedBy(4));
      if (threeQuarters.isBefore(now)) {
        return Risk.DUE_SOON;
      }
    }
    return olderThan != null && olderThan >= OLD ? Risk.OLD : Risk.NONE;
  }

  private Survival survival(
      FinishedCases cases, List<Standing> open, @Nullable String severity, Instant now) {
    var code = severity == null ? -1 : finished.codes(Dimension.SEVERITY).find(severity);
    var ended =
        IntStream.range(cases.from(now.minus(YEAR)), cases.size())
            .filter(at -> severity == null || cases.code(Dimension.SEVERITY, at) == code)
            .mapToLong(cases::lasted)
            .toArray();
    var ages =
        open.stream()
            .filter(each -> severity == null || severity.equals(each.severity()))
            .mapToLong(each -> Math.max(0, Duration.between(each.flaggedAt(), now).toSeconds()))
            .toArray();
    return new Survival(ended, ages);
  }
}
