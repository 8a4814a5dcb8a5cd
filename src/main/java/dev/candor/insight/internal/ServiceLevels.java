package dev.candor.insight.internal;

import dev.candor.access.Person;
import java.time.Clock;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether steps kept the deadlines that the table {@code deadlines} set for them, by severity. A
 * deadline counts working time of the step alone: while a case waits for the other side no step of
 * ours is running, and none of its time passes.
 */
@Component
public class ServiceLevels {

  /** What a deadline's case may have to have: a task knows no version of its diagram. */
  public static final Set<Dimension> CHOSEN_BY =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Dimension.VERSION)));

  private static final List<String> SEVERITIES = List.of("CRITICAL", "HIGH", "MEDIUM", "LOW");

  private final LoggedDeadlines table;
  private final EndedDays ended;
  private final ForManagers managers;
  private final Clock clock;

  ServiceLevels(LoggedDeadlines table, KeepingDays keeping, ForManagers managers, Clock clock) {
    this.table = table;
    this.ended = keeping.of(LoggedDeadlines.ENDED);
    this.managers = managers;
    this.clock = clock;
  }

  /**
   * @param now of what ended in the period
   * @param before of what ended in the period before; none where that was not asked for
   * @param atRisk open, with more than three quarters of the time over
   * @param overdue open and late
   */
  public record Level(
      String step,
      @Nullable String severity,
      Kept now,
      Kept before,
      int open,
      int atRisk,
      int overdue) {}

  /**
   * Deadlines of what ended.
   *
   * @param met in time
   * @param breached late, or cut off when their time was over
   */
  public record Kept(int met, int breached) {

    static final Kept NONE = new Kept(0, 0);

    public static Kept of(Stream<Kept> all) {
      return all.reduce(NONE, Kept::and);
    }

    public int n() {
      return met + breached;
    }

    /** The breached ones; null where they are too few to say. */
    public @Nullable Double share() {
      return n() < Sample.FEWEST ? null : (double) breached / n();
    }

    private Kept and(Kept more) {
      return new Kept(met + more.met, breached + more.breached);
    }
  }

  /**
   * By step and severity, beside the period before.
   *
   * @throws org.springframework.security.access.AccessDeniedException when they are no manager
   */
  public List<Level> of(Person person, TimesQuery query) {
    return managers.count(
        person,
        () -> EndedBeside.of(query, ended::of),
        rows -> levels(rows.now(), rows.before(), query));
  }

  /** See {@link EndedDays#readAhead}. */
  void readAhead(TimesQuery query) {
    ended.readAhead(query);
  }

  /** As {@link #of}, of all steps and severities together. */
  Kept kept(Person person, TimesQuery query) {
    return managers.count(
        person, () -> ended.of(query), rows -> together(levels(rows, null, query)));
  }

  /** Of all steps and severities together. */
  Kept kept(TimesQuery query) {
    return together(levels(query));
  }

  private static Kept together(List<Level> levels) {
    return Kept.of(levels.stream().map(Level::now));
  }

  /** By step and severity. */
  List<Level> levels(TimesQuery query) {
    return managers.count(() -> ended.of(query), rows -> levels(rows, null, query));
  }

  private List<Level> levels(Ended rows, @Nullable Ended before, TimesQuery query) {
    var only = LoggedDeadlines.known(query.only());
    var names = table.names();
    var groups = new HashMap<Group, Counts>();
    count(rows, only, names, groups, counts -> counts.now);
    if (before != null) {
      count(before, only, names, groups, counts -> counts.before);
    }
    for (var running : table.running(only, clock.instant())) {
      var name = names.get(running.element());
      if (name != null) {
        counts(groups, new Group(name, running.severity())).add(running);
      }
    }
    return groups.entrySet().stream()
        .map(each -> each.getValue().level(each.getKey()))
        .sorted(
            Comparator.comparing(Level::step)
                .thenComparing(
                    level -> level.severity() == null ? "" : level.severity(),
                    Comparator.comparingInt(ServiceLevels::rank)))
        .toList();
  }

  private static void count(
      Ended rows,
      Map<Dimension, String> only,
      Map<String, String> names,
      Map<Group, Counts> groups,
      Function<Counts, Tally> period) {
    rows.read(
        only,
        (number, element, together, late, first) -> {
          var name = names.get(rows.element(element));
          if (name != null) {
            var group = new Group(name, rows.value(together, Dimension.SEVERITY));
            period.apply(counts(groups, group)).count(late[first] > 0);
          }
        });
  }

  /** What ended in the period, to be counted. */
  Ended ended(TimesQuery query) {
    return ended.of(query);
  }

  /** Of what ended, by the element's id in its diagram. */
  static Map<String, Kept> byElement(Ended rows, TimesQuery query) {
    var tallies = new HashMap<String, Tally>();
    rows.read(
        LoggedDeadlines.known(query.only()),
        (number, element, together, late, first) ->
            tallies
                .computeIfAbsent(rows.element(element), each -> new Tally())
                .count(late[first] > 0));
    var kept = new HashMap<String, Kept>();
    tallies.forEach((element, tally) -> kept.put(element, tally.kept()));
    return kept;
  }

  /** The most severe first; last what has none. */
  private static int rank(String severity) {
    int rank = SEVERITIES.indexOf(severity);
    return rank < 0 ? SEVERITIES.size() : rank;
  }

  private static Counts counts(Map<Group, Counts> groups, Group group) {
    return groups.computeIfAbsent(group, each -> new Counts());
  }

  private record Group(String name, @Nullable String severity) {}

  /** Of one group, as they are counted. */
  private static final class Counts {

    private final Tally now = new Tally();
    private final Tally before = new Tally();
    private int open;
    private int atRisk;
    private int overdue;

    private void add(LoggedDeadlines.Running running) {
      open += running.open();
      atRisk += running.atRisk();
      overdue += running.overdue();
    }

    private Level level(Group group) {
      return new Level(
          group.name(), group.severity(), now.kept(), before.kept(), open, atRisk, overdue);
    }
  }

  /** Of one period, as it is counted. */
  private static final class Tally {

    private int met;
    private int breached;

    private void count(boolean isLate) {
      met += isLate ? 0 : 1;
      breached += isLate ? 1 : 0;
    }

    private Kept kept() {
      return new Kept(met, breached);
    }
  }
}
