package dev.candor.tasks.internal;

import dev.candor.access.PersonId;
import dev.candor.tasks.Submissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code submission}. Pending until the completing listener accepts it. */
@Repository
@Transactional
class SubmissionTable implements Submissions {

  private static final String ALL =
      """
      select s.id, s.user_task_key, t.reference, t.element, s.person, s.entered::text as entered,
             s.entered_at
        from submission s join task t using (user_task_key)
      """;

  private final JdbcClient jdbc;
  private final EnteredJson json;
  private final Clock clock;

  SubmissionTable(JdbcClient jdbc, EnteredJson json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  UUID keep(long userTaskKey, PersonId by, Map<String, Object> values) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into submission (id, user_task_key, person, entered, entered_at)
            values (:id, :task, :person, :entered::jsonb, :now)
            """)
        .param("id", id)
        .param("task", userTaskKey)
        .param("person", by.value())
        .param("entered", json.write(values))
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return id;
  }

  /** Forgets it, unless it was accepted in the meantime. */
  void discard(UUID id) {
    jdbc.sql("delete from submission where id = :id and accepted_at is null")
        .param("id", id)
        .update();
  }

  /** The others that were entered for the same task are forgotten. */
  void accept(Submission submission) {
    jdbc.sql(
            """
            with others as (
              delete from submission
               where user_task_key = :task and accepted_at is null and id <> :id)
            update submission set accepted_at = :now where id = :id and accepted_at is null
            """)
        .param("task", submission.userTaskKey())
        .param("id", submission.id())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  void discardPending(long userTaskKey) {
    jdbc.sql("delete from submission where user_task_key = :task and accepted_at is null")
        .param("task", userTaskKey)
        .update();
  }

  Optional<Submission> accepted(long userTaskKey) {
    return jdbc.sql(ALL + " where s.user_task_key = :task and s.accepted_at is not null")
        .param("task", userTaskKey)
        .query(this::read)
        .optional();
  }

  Optional<Submission> lastPending(long userTaskKey) {
    return jdbc.sql(
            ALL
                + """
                   where s.user_task_key = :task and s.accepted_at is null
                   order by s.entered_at desc limit 1
                  """)
        .param("task", userTaskKey)
        .query(this::read)
        .optional();
  }

  Optional<Submission> find(UUID id) {
    return jdbc.sql(ALL + " where s.id = :id").param("id", id).query(this::read).optional();
  }

  @Override
  public Submission get(UUID id) {
    return jdbc.sql(ALL + " where s.id = :id and s.accepted_at is not null")
        .param("id", id)
        .query(this::read)
        .optional()
        .orElseThrow(() -> new NoSuchElementException("There is no such submission"));
  }

  private Submission read(ResultSet row, int number) throws SQLException {
    return new Submission(
        row.getObject("id", UUID.class),
        row.getLong("user_task_key"),
        row.getString("reference"),
        row.getString("element"),
        new PersonId(row.getString("person")),
        json.read(row.getString("entered")),
        row.getTimestamp("entered_at").toInstant());
  }
}
