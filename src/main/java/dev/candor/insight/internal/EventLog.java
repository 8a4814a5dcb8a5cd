package dev.candor.insight.internal;

import dev.candor.outbox.Outbox;
import dev.candor.process.EngineUnavailable;
import java.util.LinkedHashSet;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the log up with what happens: asks the engine when something of a case is new, or it has
 * not been asked for a while, and counts the cases of which something was new by then. What comes
 * while it counts waits for the next time: a case that moves would be counted without end. While
 * nothing is new, it costs one look into an empty table.
 */
@Component
public class EventLog implements Outbox {

  private static final Logger log = LoggerFactory.getLogger(EventLog.class);

  static final String SERVICE = "insight";

  private static final int CASES_AT_A_TIME = 100;

  private final EngineFeed feed;
  private final CountingTimes counting;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  /** The last of {@code insight_pending} that was there when counting began; 0: nothing is left. */
  private volatile long last;

  private volatile boolean isEngineAway;

  EventLog(
      EngineFeed feed, CountingTimes counting, JdbcClient jdbc, TransactionTemplate transaction) {
    this.feed = feed;
    this.counting = counting;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** While some are left to count, the engine is not asked again. */
  @Override
  public boolean carryOutOne() {
    try {
      if (feed.isDue() || (last == 0 && lastPending() > 0)) {
        feed.readOn();
        if (last == 0) {
          last = lastPending();
        }
      }
      if (last > 0 && !countSome(last)) {
        last = 0;
      }
      isEngineAway = false;
      return last > 0;
    } catch (EngineUnavailable e) {
      if (!isEngineAway) {
        log.info("The event log waits for the engine");
      }
      isEngineAway = true;
      return false;
    }
  }

  /** Reads and counts all there is, whether it is due or not. */
  void readOn() {
    feed.readOn();
    while (countSome(Long.MAX_VALUE)) {
      log.debug("Some cases counted");
    }
  }

  /** 0 when nothing is new. */
  private long lastPending() {
    return Objects.requireNonNull(
        transaction.execute(
            status ->
                jdbc.sql("select coalesce(max(id), 0) from insight_pending")
                    .query(Long.class)
                    .single()));
  }

  /** With all that is new of them, else one of which much is would be counted again and again. */
  private boolean countSome(long upTo) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              // One counts at a time, so that what is numbered first is there first.
              jdbc.sql("select up_to from insight_feed for update").query().singleRow();
              var references =
                  jdbc.sql(
                          """
                          delete from insight_pending where id in (
                            select id from insight_pending
                             where reference in (
                               select reference from insight_pending where id <= ?
                                group by reference order by min(id) limit ?)
                             order by id for update skip locked)
                          returning reference
                          """)
                      .params(upTo, CASES_AT_A_TIME)
                      .query(String.class)
                      .list();
              new LinkedHashSet<>(references).forEach(counting::count);
              return !references.isEmpty();
            }));
  }
}
