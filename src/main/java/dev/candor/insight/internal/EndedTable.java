package dev.candor.insight.internal;

import dev.candor.insight.internal.EndedDay.Gathered;
import dev.candor.insight.internal.EndedDay.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What ended, by day, as the database has it. Days are numbered from 1970, in UTC. */
final class EndedTable {

  static final long DAY = Duration.ofDays(1).toMillis();

  private static final String VALUES =
      "select c.desk, c.type, c.severity, %s as outcome, c.channel, r.*"
          .formatted(Conditions.OUTCOME_OF_CASE);

  private final JdbcClient inPortions;
  private final Source source;
  private final Codes elements = new Codes();
  private final ValuesTogether together = new ValuesTogether();

  /**
   * Where rows come from.
   *
   * @param rows a query of {@code reference}, {@code ended_at}, {@code element} and {@code version}
   *     as text, and the figures
   * @param figures names of its columns of whole numbers; null is told as -1
   */
  record Source(String rows, List<String> figures) {}

  EndedTable(DataSource dataSource, Source source) {
    this.inPortions = FinishedCaseTable.inPortions(dataSource);
    this.source = source;
  }

  short number(String element) {
    return elements.find(element);
  }

  String element(short code) {
    return elements.value(code);
  }

  ValuesTogether together() {
    return together;
  }

  /**
   * Days on which something ended.
   *
   * @param end the first day that does not belong to them
   */
  Map<Long, EndedDay> between(long first, long end) {
    if (first >= end) {
      return new HashMap<>();
    }
    return gathered(
        inPortions
            .sql(
                VALUES
                    + " from (%s) r join insight_case c using (reference)".formatted(source.rows())
                    + " where r.ended_at >= ? and r.ended_at < ?")
            .params(start(first), start(end)));
  }

  /** What ended of these cases, whenever it did. */
  Map<Long, EndedDay> of(Collection<String> references) {
    return gathered(
        inPortions
            .sql(
                VALUES
                    + " from insight_case c join (%s) r using (reference)".formatted(source.rows())
                    + " where c.reference = any(?)")
            .param(references.toArray(String[]::new)));
  }

  private Map<Long, EndedDay> gathered(StatementSpec statement) {
    var gathered = new HashMap<Long, Gathered>();
    statement.query(
        row -> {
          long endedAt = row.getObject("ended_at", OffsetDateTime.class).toInstant().toEpochMilli();
          gathered
              .computeIfAbsent(Math.floorDiv(endedAt, DAY), each -> new Gathered())
              .add(row(row, (int) Math.floorMod(endedAt, DAY)));
        });
    var done = new HashMap<Long, EndedDay>();
    // Of each day what was gathered goes once it is done.
    for (var each = gathered.entrySet().iterator(); each.hasNext(); each.remove()) {
      var day = each.next();
      done.put(day.getKey(), day.getValue().done());
    }
    return done;
  }

  private Row row(ResultSet row, int endedAt) throws SQLException {
    var values = new ArrayList<@Nullable String>();
    for (var dimension : Dimension.values()) {
      values.add(row.getString(dimension.code()));
    }
    var figures = new int[source.figures().size()];
    for (int i = 0; i < figures.length; i++) {
      int figure = row.getInt(source.figures().get(i));
      figures[i] = row.wasNull() ? -1 : figure;
    }
    return new Row(
        References.number(row.getString("reference")),
        endedAt,
        elements.number(row.getString("element")),
        together.number(values),
        figures);
  }

  private static OffsetDateTime start(long day) {
    return Instant.ofEpochMilli(day * DAY).atOffset(ZoneOffset.UTC);
  }
}
