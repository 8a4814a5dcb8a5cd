package dev.candor.insight.internal;

import dev.candor.insight.InsightSettings;
import dev.candor.process.ElementHistory;
import dev.candor.process.ElementHistory.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads on in the engine's history. Each round begins as much before the last one as the engine may
 * be late, and from time to time a day before: what was read already changes nothing. Several
 * services may read at once.
 */
@Component
class EngineFeed {

  /** What is a step further is written down: not each idle round. */
  private static final Duration WRITTEN_DOWN_EVERY = Duration.ofMinutes(1);

  private static final int MOST_PORTIONS = 50;

  private final ElementHistory history;
  private final PassTable passes;
  private final TransactionTemplate transaction;
  private final InsightSettings settings;
  private final Clock clock;
  private Instant lastRound = Instant.EPOCH;
  private Instant lookedBack = Instant.EPOCH;

  EngineFeed(
      ElementHistory history,
      PassTable passes,
      TransactionTemplate transaction,
      InsightSettings settings,
      Clock clock) {
    this.history = history;
    this.passes = passes;
    this.transaction = transaction;
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether it is time to ask, though nobody knows of anything new. */
  synchronized boolean isDue() {
    return !clock.instant().isBefore(lastRound.plus(settings.engineInterval()));
  }

  /**
   * @throws dev.candor.process.EngineUnavailable when it does not answer; what was read is kept
   */
  synchronized void readOn() {
    var now = clock.instant();
    var upTo = transaction.execute(status -> passes.upTo());
    var looksBack = !now.isBefore(lookedBack.plus(settings.lookBackEvery()));
    var since = looksBack ? earlier(upTo, settings.lookBack()) : earlier(upTo, Duration.ZERO);
    read(after -> history.ended(since, after));
    read(after -> history.running(since, after));
    findCases();
    var visible = now.minus(settings.lateness());
    if (visible.isAfter(upTo.plus(WRITTEN_DOWN_EVERY))) {
      transaction.executeWithoutResult(status -> passes.readUpTo(visible));
    }
    lastRound = now;
    lookedBack = looksBack ? now : lookedBack;
  }

  /** Instances that carry no case, somebody else's, are asked about again, but not all of them. */
  private void findCases() {
    long before = Long.MAX_VALUE;
    for (int portion = 0; portion < MOST_PORTIONS; portion++) {
      long smallerThan = before;
      var unknown = transaction.execute(status -> passes.instancesWithoutCase(smallerThan));
      if (unknown.isEmpty()) {
        return;
      }
      var references = history.references(unknown);
      transaction.executeWithoutResult(status -> passes.keepReferences(references));
      before = unknown.getLast();
    }
  }

  /** One page of the history, from where the one before ended. */
  private interface Pages {
    Page after(@Nullable String last);
  }

  private void read(Pages pages) {
    for (Page page = pages.after(null); ; page = pages.after(page.next())) {
      var told = page.passes();
      if (!told.isEmpty()) {
        passes.versionsMissing(told).forEach(this::keepVersion);
        transaction.executeWithoutResult(status -> passes.keep(told));
      }
      if (page.next() == null) {
        return;
      }
    }
  }

  private void keepVersion(long definition, String process) {
    int version = history.version(definition);
    transaction.executeWithoutResult(status -> passes.keepVersion(definition, process, version));
  }

  private static Instant earlier(Instant instant, Duration by) {
    return instant.isBefore(Instant.EPOCH.plus(by)) ? Instant.EPOCH : instant.minus(by);
  }
}
