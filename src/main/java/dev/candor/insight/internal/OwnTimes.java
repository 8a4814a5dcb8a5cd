package dev.candor.insight.internal;

import dev.candor.access.Acting;
import dev.candor.access.Person;
import dev.candor.calendar.WorkingTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long somebody had tasks in hand, for themselves. Which tasks they held is read as that
 * person: the database gives nobody the holds of others.
 */
@Component
public class OwnTimes {

  private static final Duration PERIOD = Duration.ofDays(90);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final KnownCalendars calendars;
  private final Clock clock;

  OwnTimes(
      JdbcClient jdbc, TransactionTemplate transaction, KnownCalendars calendars, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * @param done tasks that they completed in the last 90 days
   * @param median seconds of working time for which they held each of these; null where there is
   *     none
   * @param p85 the same for 85 in a hundred
   * @param withDeadline how many of these had a deadline
   * @param inTime and how many of those were in time
   * @param left tasks that they let go of, or that were taken or ended without them
   */
  public record Step(
      String name,
      int done,
      @Nullable Integer median,
      @Nullable Integer p85,
      int withDeadline,
      int inTime,
      int left) {}

  /** By step, in the order of their names. */
  public List<Step> of(Person person) {
    var held = held(person);
    if (held.isEmpty()) {
      return List.of();
    }
    var tasks =
        Acting.<Map<Long, Task>, RuntimeException>asService(
            EventLog.SERVICE, () -> tasks(held.keySet().toArray(Long[]::new)));
    var known = calendars.once();
    var byStep = new TreeMap<String, Counted>();
    held.forEach(
        (key, holds) -> {
          var task = tasks.get(key);
          if (task != null) {
            byStep
                .computeIfAbsent(task.step(), name -> new Counted())
                .add(task, holds, known.of(task.desk(), task.market()));
          }
        });
    return byStep.entrySet().stream().map(each -> each.getValue().step(each.getKey())).toList();
  }

  private record Hold(Instant from, Instant to) {}

  private record Task(
      String step,
      @Nullable Instant dueAt,
      @Nullable Instant endedAt,
      boolean completed,
      @Nullable String desk,
      String market) {

    /** Whoever had it in hand when it was completed did so. */
    boolean isDoneBy(List<Hold> holds) {
      return completed && holds.stream().anyMatch(hold -> hold.to().equals(endedAt));
    }

    boolean isInTime() {
      return dueAt != null && endedAt != null && !endedAt.isAfter(dueAt);
    }
  }

  /** What is over of it, by the key of the task. */
  private Map<Long, List<Hold>> held(Person person) {
    var since = clock.instant().minus(PERIOD).atOffset(ZoneOffset.UTC);
    var held = new HashMap<Long, List<Hold>>();
    Acting.<Boolean, RuntimeException>as(
        person,
        () ->
            transaction.execute(
                status -> {
                  jdbc.sql(
                          """
                          select user_task_key, claimed_at, let_go_at from insight_hold
                           where person = ? and let_go_at >= ?
                          """)
                      .params(person.id().value(), since)
                      .query(
                          row -> {
                            held.computeIfAbsent(
                                    row.getLong("user_task_key"), key -> new ArrayList<>())
                                .add(hold(row));
                          });
                  return true;
                }));
    return held;
  }

  private Map<Long, Task> tasks(Long[] keys) {
    var tasks = new HashMap<Long, Task>();
    transaction.executeWithoutResult(
        status ->
            jdbc.sql(
                    """
                    select t.user_task_key, t.due_at, t.ended_at, t.completed, c.desk, c.market,
                           coalesce((select name from insight_element e
                              where e.element = t.element and e.kind = 'USER_TASK' order by id limit 1),
                             t.element) as step
                      from insight_task t join insight_case c using (reference)
                     where t.user_task_key = any(:keys::bigint[])
                    """)
                .param("keys", keys)
                .query(
                    row -> {
                      tasks.put(row.getLong("user_task_key"), task(row));
                    }));
    return tasks;
  }

  private static Hold hold(ResultSet row) throws SQLException {
    return new Hold(
        Objects.requireNonNull(instant(row, "claimed_at")),
        Objects.requireNonNull(instant(row, "let_go_at")));
  }

  private static Task task(ResultSet row) throws SQLException {
    return new Task(
        row.getString("step"),
        instant(row, "due_at"),
        instant(row, "ended_at"),
        row.getBoolean("completed"),
        row.getString("desk"),
        row.getString("market"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** Of one step. */
  private static final class Counted {

    private final Sample sample = new Sample();
    private int withDeadline;
    private int inTime;
    private int left;

    void add(Task task, List<Hold> holds, @Nullable WorkingTime calendar) {
      if (!task.isDoneBy(holds)) {
        left++;
        return;
      }
      long seconds = 0;
      for (var hold : holds) {
        var length =
            calendar == null
                ? Duration.between(hold.from(), hold.to())
                : calendar.between(hold.from(), hold.to());
        seconds += length.toSeconds();
      }
      sample.add(0, (int) Math.min(seconds, Integer.MAX_VALUE), 0);
      withDeadline += task.dueAt() == null ? 0 : 1;
      inTime += task.isInTime() ? 1 : 0;
    }

    Step step(String name) {
      int n = sample.size();
      var sorted = sample.sorted();
      return new Step(
          name,
          n,
          n == 0 ? null : Percentiles.of(sorted, 0.5).value(),
          n == 0 ? null : Percentiles.of(sorted, 0.85).value(),
          withDeadline,
          inTime,
          left);
    }
  }
}
