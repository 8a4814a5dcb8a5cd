package dev.candor.insight.internal;

import dev.candor.insight.internal.FinishedCases.Gathered;
import dev.candor.insight.internal.FinishedCases.Row;
import dev.candor.insight.internal.Spans.Parts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The table {@code insight_time} as columns in memory: what was counted since is added when asked.
 */
@Component
class FinishedCaseTable {

  private static final int ROWS_AT_A_TIME = 10_000;

  private static final String SINCE =
      """
      select reference, type, channel, severity, desk, outcome, version,
             floor(extract(epoch from begun_at))::bigint as begun,
             floor(extract(epoch from ended_at))::bigint as ended,
             for_us, in_hand, for_them, for_us_working, in_hand_working, for_them_working, counted
        from insight_time where counted > ?
      """;

  private final JdbcClient jdbc;
  private final JdbcClient inPortions;
  private final TransactionTemplate transaction;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final Map<Dimension, Codes> codes = new EnumMap<>(Dimension.class);
  private FinishedCases cases = FinishedCases.NONE;
  private long counted;
  private long deleted;

  FinishedCaseTable(JdbcClient jdbc, DataSource dataSource, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.inPortions = inPortions(dataSource);
    this.transaction = transaction;
    for (var dimension : Dimension.values()) {
      codes.put(dimension, new Codes());
    }
  }

  /** Does not hold all rows of an answer at once. */
  static JdbcClient inPortions(DataSource dataSource) {
    var template = new JdbcTemplate(dataSource);
    template.setFetchSize(ROWS_AT_A_TIME);
    return JdbcClient.create(template);
  }

  Codes codes(Dimension dimension) {
    return codes.get(dimension);
  }

  /**
   * As they are now. One at a time; whoever waits keeps no thread of the machine from others, and
   * no connection where none was taken before.
   */
  FinishedCases now() {
    oneAtATime.lock();
    try {
      return Objects.requireNonNull(transaction.execute(status -> keptUp()));
    } finally {
      oneAtATime.unlock();
    }
  }

  private FinishedCases keptUp() {
    var gone = deletedSoFar();
    if (gone != deleted) {
      cases = FinishedCases.NONE;
      counted = 0;
      deleted = gone;
    }
    cases = cases.with(since());
    return cases;
  }

  private long deletedSoFar() {
    return jdbc.sql("select forgotten from insight_feed").query(Long.class).single();
  }

  /** In one statement, and so as of one moment: what is numbered higher was not there yet. */
  private Gathered since() {
    var rows = new Gathered();
    var highest = new long[] {counted};
    inPortions
        .sql(SINCE)
        .param(counted)
        .query(
            row -> {
              highest[0] = Math.max(highest[0], row.getLong("counted"));
              rows.add(row(row));
            });
    counted = highest[0];
    return rows;
  }

  private Row row(ResultSet row) throws SQLException {
    var values = new short[Dimension.values().length];
    for (var dimension : Dimension.values()) {
      values[dimension.ordinal()] = codes(dimension).number(row.getString(dimension.code()));
    }
    return new Row(
        References.number(row.getString("reference")),
        Instant.ofEpochSecond(row.getLong("begun")),
        Instant.ofEpochSecond(row.getLong("ended")),
        new Parts(row.getInt("for_us"), row.getInt("in_hand"), row.getInt("for_them")),
        new Parts(
            row.getInt("for_us_working"),
            row.getInt("in_hand_working"),
            row.getInt("for_them_working")),
        values);
  }
}
