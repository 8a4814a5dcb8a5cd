package dev.candor.tasks.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
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
  private final ObjectMapper json;
  private final Clock clock;

  DraftTable(JdbcClient jdbc, ObjectMapper json, Clock clock) {
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
                    parse(row.getString("entered")),
                    new Saved(row.getInt("version"), row.getTimestamp("saved_at").toInstant())))
        .optional();
  }

  /**
   * @param version of the draft it replaces; 0 where there is none
   * @return empty when that is not the one that is kept
   */
  Optional<Saved> save(long userTaskKey, PersonId person, int version, Map<String, Object> values) {
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
                .param("entered", write(values))
                .param("version", version)
                .param("now", Timestamp.from(at))
                .update()
            == 1;
    return saved ? Optional.of(new Saved(version + 1, at)) : Optional.empty();
  }

  /** The task is over: everybody's. */
  void discard(long userTaskKey) {
    jdbc.sql("delete from task_draft where user_task_key = ?").param(userTaskKey).update();
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

  String write(Map<String, Object> values) {
    try {
      return json.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was entered cannot be written as JSON");
    }
  }

  private Map<String, Object> parse(String entered) {
    try {
      return json.readValue(entered, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was entered cannot be read as JSON");
    }
  }
}
