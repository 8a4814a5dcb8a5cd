package dev.candor.insight.internal;

import dev.candor.calendar.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open cases in which nothing happened: no step began or ended, nobody took a task or let go of it.
 * Whoever they wait for.
 */
@Component
class IdleCases {

  /** A working day, whatever the desk's hours. */
  private static final Duration DAY = Duration.ofHours(8);

  private final JdbcClient jdbc;
  private final KnownCalendars calendars;

  IdleCases(JdbcClient jdbc, KnownCalendars calendars) {
    this.jdbc = jdbc;
    this.calendars = calendars;
  }

  /**
   * Their references. Where a case has no desk yet, or its desk no calendar, days are those of the
   * clock.
   *
   * @param desk null: of all
   * @throws dev.candor.process.EngineUnavailable when a desk's calendar cannot be asked for
   */
  Set<String> longerThan(int workingDays, @Nullable String desk, Instant now) {
    var idle = new TreeSet<String>();
    var known = calendars.once();
    for (var open : open(desk)) {
      // Working time is never longer than time: most are settled without a calendar.
      var days = Duration.between(open.last(), now);
      if (days.compareTo(DAY.multipliedBy(workingDays)) >= 0
          && isIdle(known.of(open.desk(), open.market()), open.last(), now, workingDays)) {
        idle.add(open.reference());
      }
    }
    return idle;
  }

  private static boolean isIdle(
      @Nullable WorkingTime calendar, Instant last, Instant now, int days) {
    return calendar == null
        ? Duration.between(last, now).compareTo(Duration.ofDays(days)) >= 0
        : calendar.between(last, now).compareTo(DAY.multipliedBy(days)) >= 0;
  }

  private record Open(String reference, @Nullable String desk, String market, Instant last) {}

  private Iterable<Open> open(@Nullable String desk) {
    return jdbc.sql(
            """
            select c.reference, c.desk, c.market, greatest(c.flagged_at,
                (select max(greatest(p.begun_at, p.ended_at))
                   from insight_instance i join insight_pass p using (instance_key)
                  where i.reference = c.reference),
                (select max(greatest(t.offered_at, t.ended_at, h.claimed_at, h.let_go_at))
                   from insight_task t left join insight_hold h using (user_task_key)
                  where t.reference = c.reference)) as last
              from insight_case c
             where c.decided_at is null and c.over_at is null
               and (:desk::text is null or c.desk = :desk)
            """)
        .param("desk", desk)
        .query(
            (row, number) ->
                new Open(
                    row.getString("reference"),
                    row.getString("desk"),
                    row.getString("market"),
                    row.getObject("last", OffsetDateTime.class).toInstant()))
        .list();
  }
}
