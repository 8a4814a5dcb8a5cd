package dev.candor.insight.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long tasks of a step take by the clock, from their offer on: by those that were completed,
 * and by those that were not, or were cut off, as lasting at least so long.
 */
@Component
class TaskSurvival {

  /** Enough of each step, and quick to read. */
  private static final int LATEST = 2_000;

  private final JdbcClient jdbc;

  TaskSurvival(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By element, of the latest tasks of each. */
  Map<String, Survival> of(Collection<String> elements, Instant now) {
    var completed = new HashMap<String, LongStream.Builder>();
    var lasting = new HashMap<String, LongStream.Builder>();
    jdbc.sql(
            """
            select e.element, t.completed,
                   extract(epoch from coalesce(t.ended_at, :now::timestamptz) - t.offered_at)::bigint as seconds
              from unnest(:elements::text[]) e (element)
              cross join lateral (
                select * from insight_task t where t.element = e.element
                 order by t.ended_at desc limit :latest) t
            """)
        .param("elements", elements.toArray(String[]::new))
        .param("now", now.toString())
        .param("latest", LATEST)
        .query(
            row -> {
              (row.getBoolean("completed") ? completed : lasting)
                  .computeIfAbsent(row.getString("element"), each -> LongStream.builder())
                  .add(Math.max(0, row.getLong("seconds")));
            });
    var survivals = new HashMap<String, Survival>();
    for (var element : elements) {
      survivals.put(element, new Survival(all(completed, element), all(lasting, element)));
    }
    return survivals;
  }

  /**
   * The share of tasks as old as this one that were still open when it is due.
   *
   * @return null where that rests on too few; see {@link Survival}
   */
  static @Nullable Double late(Survival survival, Instant offeredAt, Instant dueAt, Instant now) {
    if (!dueAt.isAfter(now)) {
      return 1.0;
    }
    long age = Math.max(0, Duration.between(offeredAt, now).toSeconds());
    return survival.isSaying(age)
        ? survival.survivingTo(Duration.between(offeredAt, dueAt).toSeconds())
            / survival.survivingTo(age)
        : null;
  }

  private static long[] all(Map<String, LongStream.Builder> times, String element) {
    var builder = times.get(element);
    return builder == null ? new long[0] : builder.build().toArray();
  }
}
