package dev.candor.insight.internal;

import dev.candor.insight.internal.EndedTable.Source;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives what ends a place in memory, by day. */
@Component
class KeepingDays {

  /** Of each row, without its figures: the number of the case, when, element, values together. */
  private static final int BYTES = 18;

  private static final int SHARE_OF_THE_HEAP = 8;

  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final List<EndedDays> all = new CopyOnWriteArrayList<>();

  KeepingDays(
      JdbcClient jdbc, DataSource dataSource, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** An eighth of the heap at most. */
  EndedDays of(Source source) {
    int bytes = BYTES + source.figures().size() * Integer.BYTES;
    return of(source, Runtime.getRuntime().maxMemory() / SHARE_OF_THE_HEAP / bytes);
  }

  /**
   * @param most rows that are kept
   */
  EndedDays of(Source source, long most) {
    var days =
        new EndedDays(
            new EndedTable(dataSource, source), new ChangedCases(jdbc), transaction, clock, most);
    all.add(days);
    return days;
  }

  /** See {@link EndedDays#letGo}. */
  void letGo() {
    all.forEach(EndedDays::letGo);
  }
}
