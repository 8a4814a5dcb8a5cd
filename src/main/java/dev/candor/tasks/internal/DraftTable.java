package dev.candor.tasks.internal;

import dev.candor.access.PersonId;
import dev.candor.tasks.Drafts.Saved;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code task_draft}. */
@Repository
@Transactional
class DraftTable {

  private final JdbcClient jdbc;
  private final EnteredJson json;
  private final Clock clock;

  DraftTable(JdbcClient jdbc, EnteredJson json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  record Draft(Map<String, Object> values, Saved saved) {}

  Optional<Draft> find(long userTaskKey, PersonId person) {
    return jdbc.sql(
            """
            select entered::text, version, saved_at from task_draft
             where user_task_key = ? and person = ?
            """)
        .params(userTaskKey, person.value())
        .query(
            (row, number) ->
                new Draft(
                    json.read(row.getString("entered")),
                    new Saved(row.getInt("version"), row.getTimestamp("saved_at").toInstant())))
        .optional();
  }

  /**
   * @param version of the draft it replaces; 0 where there is none
   * @param entered as {@link EnteredJson} writes it
   * @return empty when that is not the one that is kept
   */
  Optional<Saved> save(long userTaskKey, PersonId person, int version, String entered) {
    var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var sql =
        version == 0
            ? """
              insert into task_draft (user_task_key, person, entered, version, saved_at)
              values (:task, :person, :entered::jsonb, :version + 1, :now) on conflict do nothing
              """
            : """
              update task_draft set entered = :entered::jsonb, version = version + 1, saved_at = :now
               where user_task_key = :task and person = :person and version = :version
              """;
    var saved =
        jdbc.sql(sql)
                .param("task", userTaskKey)
                .param("person", person.value())
                .param("entered", entered)
                .param("version", version)
                .param("now", Timestamp.from(at))
                .update()
            == 1;
    return saved ? Optional.of(new Saved(version + 1, at)) : Optional.empty();
  }

  /** They may not see the case any more. */
  void discard(String reference, PersonId person) {
    jdbc.sql(
            """
            delete from task_draft where person = ?
               and user_task_key in (select user_task_key from task where reference = ?)
            """)
        .params(person.value(), reference)
        .update();
  }
}
