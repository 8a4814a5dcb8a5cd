package dev.candor.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.access.Acting;
import dev.candor.outbox.Courier;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the log does at one time, and what it leaves to the next. */
@CandorTest
class EventLogTurnsTests {

  private final EngineFeed feed;
  private final CountingTimes counting;
  private final JdbcClient jdbc;
  private final Courier courier;
  private final TransactionTemplate transaction;
  private final EveryRow rows;

  @Autowired
  EventLogTurnsTests(
      EngineFeed feed,
      CountingTimes counting,
      JdbcClient jdbc,
      @Qualifier("insightCourier") Courier courier,
      TransactionTemplate transaction,
      EveryRow rows) {
    this.feed = feed;
    this.counting = counting;
    this.jdbc = jdbc;
    this.courier = courier;
    this.transaction = transaction;
    this.rows = rows;
  }

  @Test
  void shouldLeaveToTheNextTimeWhatComesWhileItCounts() {
    var mine = new EventLog(feed, counting, jdbc, transaction);
    courier.stop();
    try {
      // given a case of which something is new, and something else while it is counted
      AsTheLog.does(mine::readOn);
      isNew("SR-2026-77777");
      assertThat(carryOutOne(mine)).isTrue();
      isNew("SR-2026-77777");
      // when the rest of what was there is counted, then that is left
      while (carryOutOne(mine)) {
        assertThat(pending("SR-2026-77777")).isOne();
      }
      assertThat(pending("SR-2026-77777")).isOne();
      // and taken next time
      assertThat(carryOutOne(mine)).isTrue();
      assertThat(pending("SR-2026-77777")).isZero();
    } finally {
      courier.start();
    }
  }

  private void isNew(String reference) {
    rows.sql("insert into insight_pending (reference) values (:reference)")
        .param("reference", reference)
        .update();
  }

  private long pending(String reference) {
    return rows.sql("select count(*) from insight_pending where reference = :reference")
        .param("reference", reference)
        .query(Long.class)
        .single();
  }

  private static boolean carryOutOne(EventLog log) {
    return Acting.asService(EventLog.SERVICE, log::carryOutOne);
  }
}
