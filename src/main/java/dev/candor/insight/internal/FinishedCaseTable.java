package dev.candor.insight.internal;

import dev.candor.insight.internal.FinishedCases.Row;
import dev.candor.insight.internal.Spans.Parts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code insight_time} as columns in memory: what was counted since is added when asked.
 */
@Component
class FinishedCaseTable {

  private static final int ROWS_AT_A_TIME = 100_000;

  private final JdbcClient jdbc;
  private final Map<Dimension, Codes> codes = new EnumMap<>(Dimension.class);
  private FinishedCases cases = FinishedCases.NONE;
  private long counted;
  private long deleted;

  FinishedCaseTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
    for (var dimension : Dimension.values()) {
      codes.put(dimension, new Codes());
    }
  }

  Codes codes(Dimension dimension) {
    return codes.get(dimension);
  }

  /** As they are now. */
  synchronized FinishedCases now() {
    var gone = deletedSoFar();
    if (gone != deleted) {
      cases = FinishedCases.NONE;
      counted = 0;
      deleted = gone;
    }
    for (var more = true; more; ) {
      var rows = since();
      cases = cases.with(rows);
      more = rows.size() == ROWS_AT_A_TIME;
    }
    return cases;
  }

  private long deletedSoFar() {
    return jdbc.sql("select forgotten from insight_feed").query(Long.class).single();
  }

  private List<Row> since() {
    var rows = new ArrayList<Row>();
    jdbc.sql("select * from insight_time where counted > ? order by counted limit ?")
        .params(counted, ROWS_AT_A_TIME)
        .query(
            row -> {
              counted = row.getLong("counted");
              rows.add(row(row));
            });
    return rows;
  }

  private Row row(ResultSet row) throws SQLException {
    var values = new short[Dimension.values().length];
    for (var dimension : Dimension.values()) {
      values[dimension.ordinal()] = codes(dimension).number(row.getString(dimension.code()));
    }
    return new Row(
        number(row.getString("reference")),
        instant(row, "begun_at"),
        instant(row, "ended_at"),
        new Parts(row.getInt("for_us"), row.getInt("in_hand"), row.getInt("for_them")),
        new Parts(
            row.getInt("for_us_working"),
            row.getInt("in_hand_working"),
            row.getInt("for_them_working")),
        values);
  }

  /** {@code SR-2026-00042} is 202600000042. */
  private static long number(String reference) {
    var parts = reference.split("-");
    return Long.parseLong(parts[1]) * 100_000_000 + Long.parseLong(parts[2]);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
