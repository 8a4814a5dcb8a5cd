package dev.candor.insight.internal;

import dev.candor.insight.InsightSettings;
import dev.candor.process.ElementHistory;
import dev.candor.process.ElementHistory.Page;
import dev.candor.process.ElementHistory.Pass;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads on in the engine's history from the newest that it told; once a minute from as much before
 * as the engine may be late, and from time to time from a day before. What was read already changes
 * nothing. Several services may read at once.
 */
@Component
class EngineFeed {

  /**
   * How often all is read again that may have been told late. Between that the feed reads on from
   * the newest: a busy engine has tens of thousands of passes in a minute.
   */
  private static final Duration READ_AGAIN_EVERY = Duration.ofMinutes(1);

  /** What ends in the same moment may be told in any order. */
  private static final Duration OVERLAP = Duration.ofSeconds(1);

  private static final int MOST_PORTIONS = 50;

  private final ElementHistory history;
  private final PassTable passes;
  private final TransactionTemplate transaction;
  private final InsightSettings settings;
  private final Clock clock;
  private Instant lastRound = Instant.EPOCH;
  private Instant lookedBack = Instant.EPOCH;
  private Instant newestEnd = Instant.EPOCH;
  private Instant newestBeginning = Instant.EPOCH;

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
    var visible = now.minus(settings.lateness());
    var looksBack = !now.isBefore(lookedBack.plus(settings.lookBackEvery()));
    var isMuchVisible = visible.isAfter(upTo.plus(READ_AGAIN_EVERY));
    if (looksBack || isMuchVisible || now.isBefore(lastRound)) {
      // Then all is read again that may have been told late.
      newestEnd = Instant.EPOCH;
      newestBeginning = Instant.EPOCH;
    }
    var since = looksBack ? earlier(upTo, settings.lookBack()) : upTo;
    var endedSince = later(since, earlier(newestEnd, OVERLAP));
    var begunSince = later(since, earlier(newestBeginning, OVERLAP));
    newestEnd = later(newestEnd, read(after -> history.ended(endedSince, after), Pass::endedAt));
    newestBeginning =
        later(newestBeginning, read(after -> history.running(begunSince, after), Pass::begunAt));
    findCases();
    if (isMuchVisible) {
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

  /**
   * @return the time of the newest, which was told last; none is older than any
   */
  private Instant read(Pages pages, Function<Pass, @Nullable Instant> time) {
    var newest = Instant.EPOCH;
    for (Page page = pages.after(null); ; page = pages.after(page.next())) {
      var told = page.passes();
      if (!told.isEmpty()) {
        passes.versionsMissing(told).forEach(this::keepVersion);
        transaction.executeWithoutResult(status -> passes.keep(told));
        newest = Objects.requireNonNull(time.apply(told.getLast()));
      }
      if (page.next() == null) {
        return newest;
      }
    }
  }

  private void keepVersion(long definition, String process) {
    int version = history.version(definition);
    transaction.executeWithoutResult(status -> passes.keepVersion(definition, process, version));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant instant, Duration by) {
    return instant.isBefore(Instant.EPOCH.plus(by)) ? Instant.EPOCH : instant.minus(by);
  }
}
