package dev.candor.insight.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases that have not ended. They are few, and asked for each time. */
@Component
class OpenCaseTable {

  private final JdbcClient jdbc;

  OpenCaseTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * When those were flagged that a query would choose; none has an outcome, or ended on a version.
   */
  List<Instant> flaggedAt(TimesQuery query) {
    if (query.only().containsKey(Dimension.OUTCOME)
        || query.only().containsKey(Dimension.VERSION)) {
      return List.of();
    }
    return Conditions.bind(
            jdbc.sql(
                "select flagged_at from insight_case c where decided_at is null and over_at is null"
                    + Conditions.ofCases("null", query.only())),
            query.only())
        .query(OffsetDateTime.class)
        .list()
        .stream()
        .map(OffsetDateTime::toInstant)
        .toList();
  }

  /**
   * @param steps tasks and waits in which it stands, in words
   * @param dueAt of the open task that is due first
   * @param offeredAt since when that one is there
   * @param element its step
   */
  record Standing(
      String reference,
      String type,
      String channel,
      @Nullable String desk,
      @Nullable String severity,
      Instant flaggedAt,
      List<String> steps,
      @Nullable Instant dueAt,
      @Nullable Instant offeredAt,
      @Nullable String element) {

    /** Whether it has these values; none has an outcome, or ended on a version. */
    boolean has(Map<Dimension, String> only) {
      return only.entrySet().stream()
          .allMatch(each -> each.getValue().equals(value(each.getKey())));
    }

    private @Nullable String value(Dimension dimension) {
      return switch (dimension) {
        case DESK -> Objects.requireNonNullElse(desk, dimension.none());
        case TYPE -> type;
        case SEVERITY -> Objects.requireNonNullElse(severity, dimension.none());
        case CHANNEL -> channel;
        case OUTCOME, VERSION -> null;
      };
    }
  }

  /** All open cases, with where they stand. */
  List<Standing> standing() {
    return jdbc.sql(
            """
            select c.reference, c.type, c.channel, c.desk, c.severity, c.flagged_at, t.due_at, t.offered_at, t.element,
                   (select coalesce(array_agg(distinct e.name order by e.name), '{}')
                      from insight_instance i join insight_pass p using (instance_key)
                      join insight_element e on e.id = p.element
                     where i.reference = c.reference and p.ended_at is null
                       and e.kind in ('USER_TASK', 'EVENT_BASED_GATEWAY', 'RECEIVE_TASK',
                                      'INTERMEDIATE_CATCH_EVENT')) as steps
              from insight_case c
              left join lateral (
                select due_at, offered_at, element from insight_task t
                 where t.reference = c.reference and t.ended_at is null and t.due_at is not null
                 order by due_at limit 1) t on true
             where c.decided_at is null and c.over_at is null
            """)
        .query(
            (row, number) ->
                new Standing(
                    row.getString("reference"),
                    row.getString("type"),
                    row.getString("channel"),
                    row.getString("desk"),
                    row.getString("severity"),
                    row.getObject("flagged_at", OffsetDateTime.class).toInstant(),
                    List.of((String[]) row.getArray("steps").getArray()),
                    instant(row, "due_at"),
                    instant(row, "offered_at"),
                    row.getString("element")))
        .list();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
