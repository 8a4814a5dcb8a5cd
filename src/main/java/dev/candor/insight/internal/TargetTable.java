package dev.candor.insight.internal;

import dev.candor.insight.internal.StepTimes.StepId;
import dev.candor.insight.internal.Target.Missed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code insight_target}, and when each was missed. */
@Component
class TargetTable {

  /** More than one looks through. */
  private static final int MOST_SHOWN = 20;

  private static final String TARGETS =
      """
      select t.*,
             (select min(begun_at) from insight_missed m where m.target = t.id and m.ended_at is null)
               as missed_since,
             (select max(begun_at) from insight_missed m where m.target = t.id) as last_told
        from insight_target t
      """;

  private static final String NOT_CHECKED_SINCE =
      " where not paused and deleted_at is null and (checked_at is null or checked_at <= ?) ";

  private final JdbcClient jdbc;
  private final Clock clock;

  TargetTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<Target> of(String owner) {
    return jdbc.sql(TARGETS + " where owner = ? and deleted_at is null order by t.created_at, t.id")
        .param(owner)
        .query(TargetTable::target)
        .list();
  }

  void add(UUID id, String owner, Rule rule) {
    jdbc.sql(
            """
            insert into insight_target (id, owner, kind, most, desk, process, element, created_at)
            values (:id, :owner, :kind, :most, :desk, :process, :element, :now)
            """)
        .param("id", id)
        .param("owner", owner)
        .param("kind", rule.kind().name())
        .param("most", rule.most())
        .param("desk", rule.desk())
        .param("process", rule.step() == null ? null : rule.step().process())
        .param("element", rule.step() == null ? null : rule.step().element())
        .param("now", now())
        .update();
  }

  /** It is looked at anew, and told anew when it is missed. */
  boolean change(UUID id, String owner, Rule rule) {
    return armed(
        id,
        jdbc.sql(
                """
                update insight_target
                   set most = :most, desk = :desk, process = :process, element = :element,
                       checked_at = null, figure = null
                 where id = :id and owner = :owner and kind = :kind and deleted_at is null
                """)
            .param("id", id)
            .param("owner", owner)
            .param("kind", rule.kind().name())
            .param("most", rule.most())
            .param("desk", rule.desk())
            .param("process", rule.step() == null ? null : rule.step().process())
            .param("element", rule.step() == null ? null : rule.step().element())
            .update());
  }

  boolean pause(UUID id, String owner, boolean paused) {
    return armed(
        id,
        jdbc.sql(
                """
                update insight_target set paused = ?, checked_at = null, figure = null
                 where id = ? and owner = ? and deleted_at is null
                """)
            .params(paused, id, owner)
            .update());
  }

  boolean delete(UUID id, String owner) {
    return armed(
        id,
        jdbc.sql(
                """
                update insight_target set deleted_at = ?
                 where id = ? and owner = ? and deleted_at is null
                """)
            .params(now(), id, owner)
            .update());
  }

  boolean restore(UUID id, String owner) {
    return jdbc.sql(
                """
                update insight_target set deleted_at = null, checked_at = null
                 where id = ? and owner = ? and deleted_at is not null
                """)
            .params(id, owner)
            .update()
        == 1;
  }

  /** The one that was not looked at for longest, if not since then. */
  Optional<Target> nextNotCheckedSince(Instant then) {
    return jdbc.sql(TARGETS + NOT_CHECKED_SINCE + "order by checked_at nulls first, id limit 1")
        .param(then.atOffset(ZoneOffset.UTC))
        .query(TargetTable::target)
        .optional();
  }

  /**
   * Nobody else gets it now.
   *
   * @return whether nobody has looked at it since then, and it is what it was
   */
  boolean take(Target target, Instant then) {
    return jdbc.sql(TARGETS + NOT_CHECKED_SINCE + "and id = ? for update of t")
        .params(then.atOffset(ZoneOffset.UTC), target.id())
        .query(TargetTable::target)
        .optional()
        .filter(now -> now.rule().equals(target.rule()))
        .isPresent();
  }

  void checked(UUID id, @Nullable Double figure) {
    jdbc.sql("update insight_target set checked_at = ?, figure = ?::double precision where id = ?")
        .params(now(), figure, id)
        .update();
  }

  /** The references with which it is missed now; an empty one where it is about many cases. */
  List<String> missedWith(UUID target) {
    return jdbc.sql(
            """
            select coalesce(reference, '') from insight_missed
             where target = ? and ended_at is null
            """)
        .param(target)
        .query(String.class)
        .list();
  }

  /**
   * @param with a reference; empty where it is about many cases
   */
  void missed(Target target, UUID letter, String with, double figure) {
    jdbc.sql(
            """
            insert into insight_missed (id, target, letter, reference, begun_at, figure, most)
            values (gen_random_uuid(), ?, ?, nullif(?, ''), ?, ?, ?)
            """)
        .params(target.id(), letter, with, now(), figure, target.rule().most())
        .update();
  }

  void kept(UUID target, String with) {
    jdbc.sql(
            """
            update insight_missed set ended_at = ?
             where target = ? and coalesce(reference, '') = ? and ended_at is null
            """)
        .params(now(), target, with)
        .update();
  }

  /** Of each time that it was missed, newest first. */
  List<Missed> history(UUID target) {
    return jdbc.sql("select * from insight_missed where target = ? order by begun_at desc limit ?")
        .params(target, MOST_SHOWN)
        .query(TargetTable::missed)
        .list();
  }

  /** What a letter tells of, and whose target it is; empty when that is paused or deleted. */
  Optional<Target> ofLetter(UUID letter) {
    return jdbc.sql(
            TARGETS
                + """
                 where t.id = (select target from insight_missed where letter = ? limit 1)
                   and not t.paused and t.deleted_at is null
                """)
        .param(letter)
        .query(TargetTable::target)
        .optional();
  }

  /** What of it was not over yet. */
  List<Missed> inLetter(UUID letter) {
    return jdbc.sql(
            """
            select * from insight_missed where letter = ? and ended_at is null order by reference
            """)
        .param(letter)
        .query(TargetTable::missed)
        .list();
  }

  /** How often somebody's targets were found missed in a time. */
  int missedBetween(String owner, Instant from, Instant to) {
    return jdbc.sql(
            """
            select count(distinct letter) from insight_missed m join insight_target t on t.id = m.target
             where t.owner = ? and m.begun_at >= ? and m.begun_at < ?
            """)
        .params(owner, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  /** What was missed is over: whatever comes is told anew. */
  private boolean armed(UUID id, int changed) {
    if (changed == 1) {
      jdbc.sql("update insight_missed set ended_at = ? where target = ? and ended_at is null")
          .params(now(), id)
          .update();
    }
    return changed == 1;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Target target(ResultSet row, int number) throws SQLException {
    var process = row.getString("process");
    return new Target(
        row.getObject("id", UUID.class),
        row.getString("owner"),
        new Rule(
            Rule.Kind.valueOf(row.getString("kind")),
            row.getInt("most"),
            row.getString("desk"),
            process == null ? null : new StepId(process, row.getString("element"))),
        row.getBoolean("paused"),
        instant(row, "checked_at"),
        row.getObject("figure", Double.class),
        instant(row, "missed_since"),
        instant(row, "last_told"));
  }

  private static Missed missed(ResultSet row, int number) throws SQLException {
    return new Missed(
        row.getString("reference"),
        row.getDouble("figure"),
        row.getInt("most"),
        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
        instant(row, "ended_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
