package dev.candor.tasks.internal;

import dev.candor.access.PersonId;
import dev.candor.cases.HandOver;
import dev.candor.tasks.HumanTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code task_hand_over}: at most one that is asked for, for each task. */
@Repository
@Transactional
class HandOverTable {

  private final JdbcClient jdbc;
  private final Clock clock;

  HandOverTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void ask(HumanTask task, HandOver how, PersonId to, @Nullable PersonId by) {
    jdbc.sql(
            """
            insert into task_hand_over (user_task_key, how, from_person, to_person, asked_by,
              asked_at)
            values (:task, :how, :from, :to, :by, :now)
            on conflict (user_task_key) do update
               set how = excluded.how, from_person = excluded.from_person,
                   to_person = excluded.to_person, asked_by = excluded.asked_by,
                   asked_at = excluded.asked_at
            """)
        .param("task", task.key())
        .param("how", how.name())
        .param("from", task.assignee() == null ? null : task.assignee().value())
        .param("to", to.value())
        .param("by", by == null ? null : by.value())
        .param("now", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
        .update();
  }

  Optional<AgreedHandOver> find(long userTaskKey) {
    return jdbc.sql("select * from task_hand_over where user_task_key = ?")
        .param(userTaskKey)
        .query(HandOverTable::read)
        .optional();
  }

  /** The task has another holder, or none: what was asked before counts no more. */
  void forget(long userTaskKey) {
    jdbc.sql("delete from task_hand_over where user_task_key = ?").param(userTaskKey).update();
  }

  private static AgreedHandOver read(ResultSet row, int number) throws SQLException {
    return new AgreedHandOver(
        row.getLong("user_task_key"),
        HandOver.valueOf(row.getString("how")),
        ifAny(row.getString("from_person")),
        new PersonId(row.getString("to_person")),
        ifAny(row.getString("asked_by")),
        row.getTimestamp("asked_at").toInstant());
  }

  private static @Nullable PersonId ifAny(@Nullable String id) {
    return id == null ? null : new PersonId(id);
  }
}
