package dev.candor.insight.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Deadlines of tasks, as the database has them. */
@Component
class LoggedDeadlines {

  static final EndedTable.Source ENDED =
      new EndedTable.Source(
          """
          select t.reference, t.ended_at, t.element, null::text as version,
                 (t.ended_at > t.due_at)::int as late
            from insight_task t where t.due_at is not null and t.ended_at is not null
          """,
          List.of("late"));

  /** Tasks of people by their element; one that several processes have is called as the oldest. */
  private static final String NAMES =
      """
      select distinct on (element) element, name from insight_element
       where kind = 'USER_TASK' order by element, id
      """;

  private final JdbcClient jdbc;

  LoggedDeadlines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of one element and severity. */
  record Running(String element, @Nullable String severity, int open, int atRisk, int overdue) {}

  /** Of the conditions those that a deadline can be chosen by. */
  static Map<Dimension, String> known(Map<Dimension, String> only) {
    var known = new EnumMap<Dimension, String>(Dimension.class);
    known.putAll(only);
    known.keySet().retainAll(ServiceLevels.CHOSEN_BY);
    return known;
  }

  /** What steps are called, by their element. */
  Map<String, String> names() {
    var names = new HashMap<String, String>();
    jdbc.sql(NAMES)
        .query(
            row -> {
              names.put(row.getString("element"), row.getString("name"));
            });
    return names;
  }

  /** Those of open tasks, as they stand then. */
  List<Running> running(Map<Dimension, String> only, Instant now) {
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
                    .formatted(Conditions.ofCases("null", only)))
            .param("now", now.atOffset(ZoneOffset.UTC));
    return Conditions.bind(statement, only).query(Running.class).list();
  }

  /** The deadlines themselves whose task ended in the period, as rows. */
  StatementSpec rows(JdbcClient connection, TimesQuery query) {
    var asked = new TimesQuery(query.from(), query.to(), query.working(), known(query.only()));
    return Conditions.bind(
        connection.sql(
            """
            select t.user_task_key as task, t.reference, t.element, e.name, %s,
                   t.offered_at, t.due_at, t.ended_at, t.completed, t.ended_at > t.due_at as late
              from insight_task t join insight_case c using (reference)
              join (%s) e using (element)
             where t.due_at is not null and t.ended_at >= :from and t.ended_at < :to%s
             order by t.ended_at, t.user_task_key
            """
                .formatted(
                    Conditions.columns(ServiceLevels.CHOSEN_BY),
                    NAMES,
                    Conditions.ofCases("null", asked.only()))),
        asked);
  }
}
