package dev.candor.insight.internal;

import com.google.common.collect.Range;
import dev.candor.insight.internal.CaseLog.Facts;
import dev.candor.insight.internal.CaseLog.LoggedPass;
import dev.candor.insight.internal.CaseLog.LoggedTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the log of one case. */
@Component
class CaseLogs {

  private final JdbcClient jdbc;

  CaseLogs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Locks the case: who else counts it waits, and counts with what is new by then. */
  Optional<CaseLog> lock(String reference) {
    return jdbc.sql("select * from insight_case where reference = ? for no key update")
        .param(reference)
        .query((row, number) -> facts(row))
        .optional()
        .map(facts -> new CaseLog(facts, passes(reference), tasks(reference)));
  }

  private List<LoggedPass> passes(String reference) {
    return jdbc.sql(
            """
            select p.*, e.element as element_id, e.kind
              from insight_pass p
              join insight_instance i using (instance_key)
              join insight_element e on e.id = p.element
             where i.reference = ? order by p.begun_at, p.pass_key
            """)
        .param(reference)
        .query(
            (row, number) ->
                new LoggedPass(
                    row.getLong("pass_key"),
                    row.getLong("instance_key"),
                    row.getLong("definition_key"),
                    row.getInt("element"),
                    row.getString("element_id"),
                    row.getString("kind"),
                    required(row, "begun_at"),
                    instant(row, "ended_at"),
                    row.getBoolean("completed")))
        .list();
  }

  private List<LoggedTask> tasks(String reference) {
    var tasks = new LinkedHashMap<Long, LoggedTask>();
    jdbc.sql(
            """
            select t.user_task_key, t.instance_key, t.element, t.offered_at, h.claimed_at, h.let_go_at
              from insight_task t left join insight_hold h using (user_task_key)
             where t.reference = ? order by t.offered_at, t.user_task_key, h.id
            """)
        .param(reference)
        .query(
            row -> {
              long key = row.getLong("user_task_key");
              if (!tasks.containsKey(key)) {
                tasks.put(key, task(row, key));
              }
              var claimedAt = instant(row, "claimed_at");
              if (claimedAt != null) {
                tasks.get(key).holds().add(CaseLog.span(claimedAt, instant(row, "let_go_at")));
              }
            });
    return List.copyOf(tasks.values());
  }

  private static LoggedTask task(ResultSet row, long key) throws SQLException {
    return new LoggedTask(
        key,
        row.getLong("instance_key"),
        row.getString("element"),
        required(row, "offered_at"),
        new ArrayList<Range<Instant>>());
  }

  private static Facts facts(ResultSet row) throws SQLException {
    return new Facts(
        row.getString("reference"),
        row.getString("type"),
        row.getString("channel"),
        row.getString("market"),
        row.getString("severity"),
        row.getString("desk"),
        row.getString("outcome"),
        row.getString("state"),
        row.getObject("instance_key", Long.class),
        required(row, "flagged_at"),
        instant(row, "decided_at"),
        instant(row, "over_at"));
  }

  private static Instant required(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(instant(row, column), column);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
