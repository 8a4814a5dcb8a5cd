package dev.candor.tasks.internal;

import dev.candor.access.PersonId;
import dev.candor.tasks.HumanTask;
import dev.candor.tasks.TaskLifecycle.OfferedTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code task}. */
@Repository
@Transactional
class TaskTable {

  private final JdbcClient jdbc;
  private final Clock clock;

  TaskTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Empty when it is known already: then nothing happens. */
  Optional<HumanTask> add(OfferedTask task, String name) {
    var now = clock.instant();
    var added =
        jdbc.sql(
                """
            insert into task (user_task_key, reference, element, name, process_definition_key,
              process_instance_key, form_key, candidate_groups, state, due_at, created_at)
            values (:key, :reference, :element, :name, :definition,
              :instance, :form::bigint, :groups::text[], 'CREATED', :dueAt::timestamptz, :now)
            on conflict (user_task_key) do nothing
            """)
            .param("key", task.userTaskKey())
            .param("reference", task.reference())
            .param("element", task.element())
            .param("name", name)
            .param("definition", task.processDefinitionKey())
            .param("instance", task.processInstanceKey())
            .param("form", task.formKey())
            .param("groups", task.candidateGroups().toArray(String[]::new))
            .param("dueAt", timestamp(task.dueAt()))
            .param("now", timestamp(now))
            .update();
    return added == 1 ? Optional.of(offered(task, name, now)) : Optional.empty();
  }

  private static HumanTask offered(OfferedTask task, String name, Instant at) {
    return new HumanTask(
        task.userTaskKey(),
        task.reference(),
        task.element(),
        name,
        HumanTask.State.CREATED,
        null,
        null,
        task.candidateGroups(),
        task.formKey(),
        task.dueAt(),
        at,
        null,
        null);
  }

  Optional<HumanTask> find(long key) {
    return jdbc.sql("select * from task where user_task_key = :key")
        .param("key", key)
        .query(TaskTable::read)
        .optional();
  }

  Optional<WithRecused> findWithRecused(long key) {
    return jdbc.sql(
            """
            select task.*, recused_from(reference) as recused from task where user_task_key = :key
            """)
        .param("key", key)
        .query((row, number) -> new WithRecused(read(row, number), recused(row)))
        .optional();
  }

  /** Until the transaction ends nobody else changes it. */
  Optional<Locked> lock(long key) {
    return lock(key, false);
  }

  /** Until the transaction ends nobody else changes it, and nobody steps out of its case. */
  Optional<Locked> lockWithItsCase(long key) {
    return lock(key, true);
  }

  private Optional<Locked> lock(long key, boolean withItsCase) {
    return jdbc.sql("select (found).*, recused, hand_over_asked from lock_task(:key, :withItsCase)")
        .param("key", key)
        .param("withItsCase", withItsCase)
        .query(
            (row, number) ->
                new Locked(read(row, number), recused(row), row.getBoolean("hand_over_asked")))
        .optional();
  }

  /**
   * @param recused who stepped out of its case
   */
  record WithRecused(HumanTask task, Set<PersonId> recused) {}

  /**
   * As it is once it is locked.
   *
   * @param recused who stepped out of its case
   * @param isHandOverAsked whether a hand-over is agreed, or was and came to nothing
   */
  record Locked(HumanTask task, Set<PersonId> recused, boolean isHandOverAsked) {}

  List<HumanTask> on(String reference) {
    return jdbc.sql("select * from task where reference = :reference order by created_at")
        .param("reference", reference)
        .query(TaskTable::read)
        .list();
  }

  /** Locks them: who is about to claim one is waited for. */
  List<HumanTask> heldBy(PersonId person, String reference) {
    return jdbc.sql(
            """
            select * from task
             where reference = :reference and assignee = :person and state = 'CLAIMED'
               for no key update
            """)
        .param("reference", reference)
        .param("person", person.value())
        .query(TaskTable::read)
        .list();
  }

  /** Those of any case of which it was noticed that nobody may take them. */
  List<HumanTask> leftToNobody() {
    return jdbc.sql(
            """
            select * from task
             where nobody_left_at is not null and state in ('CREATED', 'CLAIMED')
             order by nobody_left_at
            """)
        .query(TaskTable::read)
        .list();
  }

  /** Those of all cases. */
  List<HumanTask> allOpen() {
    return jdbc.sql("select * from task where state in ('CREATED', 'CLAIMED')")
        .query(TaskTable::read)
        .list();
  }

  List<HumanTask> openOn(String reference) {
    return on(reference).stream().filter(HumanTask::isOpen).toList();
  }

  /**
   * @return false when it was noted before
   */
  boolean nobodyIsLeft(long key) {
    return jdbc.sql(
                """
                update task set nobody_left_at = :now
                 where user_task_key = :key and nobody_left_at is null
                """)
            .param("key", key)
            .param("now", timestamp(clock.instant()))
            .update()
        == 1;
  }

  /**
   * @param delegatedBy to whom it goes back; null when it is theirs
   */
  void claimed(long key, PersonId by, @Nullable PersonId delegatedBy) {
    jdbc.sql(
            """
            update task set state = 'CLAIMED', assignee = :person, claimed_at = :now,
                   delegated_by = :delegatedBy, attended_at = :now, lapses_at = null
             where user_task_key = :key and state in ('CREATED', 'CLAIMED')
            """)
        .param("key", key)
        .param("person", by.value())
        .param("delegatedBy", delegatedBy == null ? null : delegatedBy.value())
        .param("now", timestamp(clock.instant()))
        .update();
  }

  /** A claim that is to be looked at now, and when its holder last looked after it. */
  Optional<Claim> claimToLookAt() {
    return jdbc.sql(
            """
            select * from task where state = 'CLAIMED' and (lapses_at is null or lapses_at <= :now)
             order by lapses_at nulls first limit 1
            """)
        .param("now", timestamp(clock.instant()))
        .query((row, number) -> new Claim(read(row, number), instant(row, "attended_at")))
        .optional();
  }

  void lookAgainAt(long key, Instant at) {
    jdbc.sql("update task set lapses_at = ? where user_task_key = ?")
        .params(timestamp(at), key)
        .update();
  }

  /** Written at most once a minute. */
  void attended(long key) {
    jdbc.sql(
            """
            update task set attended_at = :now, lapses_at = null
             where user_task_key = :key and state = 'CLAIMED'
               and attended_at < :now::timestamptz - interval '1 minute'
            """)
        .param("key", key)
        .param("now", timestamp(clock.instant()))
        .update();
  }

  /**
   * @param attendedAt null for a claim from before that was noted
   */
  record Claim(HumanTask task, @Nullable Instant attendedAt) {}

  void released(long key) {
    jdbc.sql(
            """
            update task set state = 'CREATED', assignee = null, claimed_at = null, delegated_by = null
             where user_task_key = :key and state = 'CLAIMED'
            """)
        .param("key", key)
        .update();
  }

  /** What somebody had begun to enter is of no more use. */
  void ended(long key, HumanTask.State how) {
    jdbc.sql(
            """
            with drafts as (delete from task_draft where user_task_key = :key)
            update task set state = :state, ended_at = :now
             where user_task_key = :key and state in ('CREATED', 'CLAIMED')
            """)
        .param("key", key)
        .param("state", how.name())
        .param("now", timestamp(clock.instant()))
        .update();
  }

  static HumanTask read(ResultSet row, int number) throws SQLException {
    return new HumanTask(
        row.getLong("user_task_key"),
        row.getString("reference"),
        row.getString("element"),
        row.getString("name"),
        HumanTask.State.valueOf(row.getString("state")),
        person(row, "assignee"),
        person(row, "delegated_by"),
        List.of((String[]) row.getArray("candidate_groups").getArray()),
        row.getObject("form_key", Long.class),
        instant(row, "due_at"),
        row.getTimestamp("created_at").toInstant(),
        instant(row, "claimed_at"),
        instant(row, "ended_at"));
  }

  private static Set<PersonId> recused(ResultSet row) throws SQLException {
    return Stream.of((String[]) row.getArray("recused").getArray())
        .map(PersonId::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
    var id = row.getString(column);
    return id == null ? null : new PersonId(id);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
