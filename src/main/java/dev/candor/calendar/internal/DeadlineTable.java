package dev.candor.calendar.internal;

import dev.candor.calendar.Deadlines.Deadline;
import dev.candor.calendar.Deadlines.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was set, and from what; the first answer stays. */
@Component
@Transactional
class DeadlineTable {

  private final JdbcClient jdbc;

  DeadlineTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Told twice, or by two workers at once: the first deadline counts. */
  Deadline keep(Step step, Duration workingTime, Instant setAt, Deadline deadline) {
    var isFirst =
        jdbc.sql(
                    """
            insert into deadline
              (element_instance_key, reference, step, severity, desk, market, working_seconds,
               set_at, remind_at, due_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (element_instance_key) do nothing
            """)
                .params(
                    step.elementInstanceKey(),
                    step.reference(),
                    step.name(),
                    step.severity(),
                    step.desk(),
                    step.market(),
                    workingTime.toSeconds(),
                    setAt.atOffset(ZoneOffset.UTC),
                    deadline.remindAt().atOffset(ZoneOffset.UTC),
                    deadline.dueAt().atOffset(ZoneOffset.UTC))
                .update()
            == 1;
    return isFirst ? deadline : find(step.elementInstanceKey());
  }

  private Deadline find(long elementInstanceKey) {
    return jdbc.sql("select due_at, remind_at from deadline where element_instance_key = ?")
        .param(elementInstanceKey)
        .query((row, number) -> new Deadline(instant(row, "due_at"), instant(row, "remind_at")))
        .single();
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
