package dev.candor.insight.internal;

import dev.candor.access.Person;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether steps kept the deadlines that the table {@code deadlines} set for them, by severity. A
 * deadline counts working time of the step alone: while a case waits for the other side no step of
 * ours is running, and none of its time passes.
 */
@Component
public class ServiceLevels {

  /** What a deadline's case may have to have: a task knows no version of its diagram. */
  private static final Set<Dimension> CHOSEN_BY =
      EnumSet.complementOf(EnumSet.of(Dimension.VERSION));

  private static final List<String> SEVERITIES = List.of("CRITICAL", "HIGH", "MEDIUM", "LOW");

  private static final EndedTable.Source ENDED =
      new EndedTable.Source(
          """
          select t.reference, t.ended_at, t.element, null::text as version,
                 (t.ended_at > t.due_at)::int as late
            from insight_task t where t.due_at is not null and t.ended_at is not null
          """,
          List.of("late"),
          "select ''");

  private final JdbcClient jdbc;
  private final EndedDays ended;
  private final ForManagers managers;
  private final Clock clock;

  ServiceLevels(JdbcClient jdbc, KeepingDays keeping, ForManagers managers, Clock clock) {
    this.jdbc = jdbc;
    this.ended = keeping.of(ENDED);
    this.managers = managers;
    this.clock = clock;
  }

  /**
   * @param met ended in the period and in time
   * @param breached ended in the period and late, or were cut off when their time was over
   * @param atRisk open, with more than three quarters of the time over
   * @param overdue open and late
   */
  public record Level(
      String step,
      @Nullable String severity,
      int met,
      int breached,
      int open,
      int atRisk,
      int overdue) {

    /** Of those that ended; empty where they are too few. */
    public @Nullable Double share() {
      return new Kept(met, breached).share();
    }
  }

  /** Deadlines of what ended. */
  record Kept(int met, int breached) {

    static final Kept NONE = new Kept(0, 0);

    int n() {
      return met + breached;
    }

    /** The breached ones; null where they are too few to say. */
    @Nullable Double share() {
      return n() < Sample.FEWEST ? null : (double) breached / n();
    }
  }

  /**
   * @throws org.springframework.security.access.AccessDeniedException when they are no manager
   */
  public List<Level> of(Person person, TimesQuery query) {
    return managers.count(person, () -> ended.of(query), rows -> levels(rows, query));
  }

  /** Of all steps and severities together. */
  Kept kept(TimesQuery query) {
    var all = levels(query);
    return new Kept(
        all.stream().mapToInt(Level::met).sum(), all.stream().mapToInt(Level::breached).sum());
  }

  /** By step and severity. */
  List<Level> levels(TimesQuery query) {
    return managers.count(() -> ended.of(query), rows -> levels(rows, query));
  }

  private List<Level> levels(Ended rows, TimesQuery query) {
    var only = known(query.only());
    var names = names();
    var groups = new HashMap<Group, Counts>();
    rows.read(
        only,
        (element, together, late, first) -> {
          var name = names.get(rows.element(element));
          if (name != null) {
            var severity = rows.value(together, Dimension.SEVERITY);
            counts(groups, new Group(name, severity)).count(late[first] > 0);
          }
        });
    for (var running : running(only)) {
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

  /** What ended in the period, to be counted. */
  Ended ended(TimesQuery query) {
    return ended.of(query);
  }

  /** Of what ended, by the element's id in its diagram. */
  static Map<String, Kept> byElement(Ended rows, TimesQuery query) {
    var counts = new HashMap<String, Counts>();
    rows.read(
        known(query.only()),
        (element, together, late, first) ->
            counts
                .computeIfAbsent(rows.element(element), each -> new Counts())
                .count(late[first] > 0));
    var kept = new HashMap<String, Kept>();
    counts.forEach((element, each) -> kept.put(element, new Kept(each.met, each.breached)));
    return kept;
  }

  private static Map<Dimension, String> known(Map<Dimension, String> only) {
    var known = new EnumMap<Dimension, String>(Dimension.class);
    known.putAll(only);
    known.keySet().retainAll(CHOSEN_BY);
    return known;
  }

  /** The most severe first; last what has none. */
  private static int rank(String severity) {
    int rank = SEVERITIES.indexOf(severity);
    return rank < 0 ? SEVERITIES.size() : rank;
  }

  private static Counts counts(Map<Group, Counts> groups, Group group) {
    return groups.computeIfAbsent(group, each -> new Counts());
  }

  /** Tasks of people by their element; one that several processes have is called as the oldest. */
  private Map<String, String> names() {
    var names = new HashMap<String, String>();
    jdbc.sql("select element, name from insight_element where kind = 'USER_TASK' order by id")
        .query(
            row -> {
              names.putIfAbsent(row.getString("element"), row.getString("name"));
            });
    return names;
  }

  private List<Running> running(Map<Dimension, String> only) {
    var statement =
        jdbc.sql(
                """
            select t.element, c.severity, count(*) as open,
                   count(*) filter (where due_at >= :now
                      and offered_at + (due_at - offered_at) * 0.75 < :now) as at_risk,
                   count(*) filter (where due_at < :now) as overdue
              from insight_task t join insight_case c using (reference)
             where t.due_at is not null and t.ended_at is null%s
             group by t.element, c.severity
            """
                    .formatted(Conditions.on("c", only)))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC));
    return Conditions.bind(statement, only).query(Running.class).list();
  }

  private record Group(String name, @Nullable String severity) {}

  private record Running(
      String element, @Nullable String severity, int open, int atRisk, int overdue) {}

  /** Of one group, as they are counted. */
  private static final class Counts {

    private int met;
    private int breached;
    private int open;
    private int atRisk;
    private int overdue;

    private void count(boolean isLate) {
      met += isLate ? 0 : 1;
      breached += isLate ? 1 : 0;
    }

    private void add(Running running) {
      open += running.open();
      atRisk += running.atRisk();
      overdue += running.overdue();
    }

    private Level level(Group group) {
      return new Level(group.name(), group.severity(), met, breached, open, atRisk, overdue);
    }
  }
}
