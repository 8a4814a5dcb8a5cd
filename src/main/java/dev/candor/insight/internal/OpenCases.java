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
import java.util.stream.LongStream;
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
   * @param ages what those took, by the clock, that ended within a year and have the same values;
   *     null where they are fewer than five
   * @param breach what the deadlines of the cases will come to; null where fewer than five tell
   */
  public record Open(
      List<OpenCase> cases, int ended, @Nullable Ages ages, @Nullable Breach breach) {}

  /** Seconds that half, 85 and 95 in a hundred of those that ended did not exceed. */
  public record Ages(long median, long p85, long p95) {}

  /**
   * @param share of the tasks that are due first, which will be late: the mean over all that tell
   * @param telling how many cases that rests on
   * @param silent how many have a deadline and rest on too few
   */
  public record Breach(double share, int telling, int silent) {}

  public Open all(Person person) {
    return all(person, Map.of());
  }

  /**
   * @param only what cases have to have
   */
  public Open all(Person person, Map<Dimension, String> only) {
    return managers.count(person, finished::now, ended -> all(ended, only));
  }

  Open all() {
    return managers.count(finished::now, ended -> all(ended, Map.of()));
  }

  private Open all(FinishedCases ended, Map<Dimension, String> only) {
    var now = clock.instant();
    var open = table.standing();
    var chosen = open.stream().filter(each -> each.has(only)).toList();
    var all = survival(ended, open, Map.of(), now);
    var same = only.isEmpty() ? all : survival(ended, open, only, now);
    var steps = tasks.of(elements(chosen), now);
    Map<String, Survival> bySeverity = new HashMap<>();
    var cases = new ArrayList<OpenCase>();
    for (var standing : chosen) {
      var severity = standing.severity();
      var alike =
          severity == null
              ? all
              : bySeverity.computeIfAbsent(
                  severity, each -> survival(ended, open, Map.of(Dimension.SEVERITY, each), now));
      cases.add(
          openCase(
              standing,
              alike.ended() < Survival.FEWEST_ENDED ? all : alike,
              late(standing, steps, now),
              now));
    }
    cases.sort(
        Comparator.comparing(OpenCase::risk)
            .thenComparing(OpenCase::age, Comparator.reverseOrder()));
    return new Open(List.copyOf(cases), all.ended(), ages(same), breach(cases));
  }

  private static @Nullable Ages ages(Survival ended) {
    return ended.ended() < Sample.FEWEST
        ? null
        : new Ages(ended.within(0.5), ended.within(OLD), ended.within(0.95));
  }

  private static @Nullable Breach breach(List<OpenCase> cases) {
    var late = cases.stream().map(OpenCase::late).filter(Objects::nonNull).toList();
    long due = cases.stream().filter(each -> each.dueAt() != null).count();
    return late.size() < Sample.FEWEST
        ? null
        : new Breach(
            late.stream().mapToDouble(Double::doubleValue).sum() / late.size(),
            late.size(),
            (int) due - late.size());
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
      FinishedCases cases, List<Standing> open, Map<Dimension, String> only, Instant now) {
    var ended = LongStream.builder();
    Chosen.of(cases, new TimesQuery(now.minus(YEAR), now, false, only), finished::codes)
        .each(at -> ended.add(cases.lasted(at)));
    var ages =
        open.stream()
            .filter(each -> each.has(only))
            .mapToLong(each -> Math.max(0, Duration.between(each.flaggedAt(), now).toSeconds()))
            .toArray();
    return new Survival(ended.build().toArray(), ages);
  }
}
