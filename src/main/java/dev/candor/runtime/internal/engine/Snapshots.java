package dev.candor.runtime.internal.engine;

import dev.candor.runtime.internal.feed.LogFeed;
import dev.candor.runtime.internal.log.EngineLog;
import dev.candor.runtime.internal.projection.Projections;
import dev.candor.runtime.internal.snapshot.SnapshotStore;
import dev.candor.runtime.internal.snapshot.SnapshotStore.Position;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a snapshot whenever the log has grown enough, and one at the end, while the engine goes on:
 * RocksDB reads at one moment, the feed hands out its rows between two records, and everything else
 * happens on a thread of its own. Then the log before it goes.
 */
final class Snapshots implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(Snapshots.class);
  private static final long LONGEST_WAIT_SECONDS = 30;

  /** Replayed in no time; less than an engine that starts and stops writes. */
  private static final long LITTLE_BYTES = 128 << 10;

  private final SnapshotStore store;
  private final EngineLog log;
  private final EngineRun run;
  private final LogFeed feed;
  private final Projections projections;
  private final long afterBytes;
  private final Timer timer;
  private final ExecutorService taker =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("runtime-snapshot").factory());
  private final AtomicBoolean underWay = new AtomicBoolean();
  private volatile long bytesAtLast;

  /**
   * @param afterBytes how much the log grows from one to the next, and at least by the rows that
   *     the last one wrote: so all of them together write no more than the log does
   */
  Snapshots(
      SnapshotStore store,
      EngineLog log,
      EngineRun run,
      LogFeed feed,
      Projections projections,
      long afterBytes,
      MeterRegistry meters) {
    this.store = store;
    this.log = log;
    this.run = run;
    this.feed = feed;
    this.projections = projections;
    this.afterBytes = afterBytes;
    timer = meters.timer("candor.runtime.snapshot");
    if (store.newest() != null) {
      var journal = log.journal();
      bytesAtLast = journal.bytes() - journal.bytesBehind(store.newest().written());
    }
  }

  /** Takes them from now on. */
  void open() {
    log.onKept(this::takeWhenDue);
  }

  private void takeWhenDue() {
    if (isDue() && underWay.compareAndSet(false, true)) {
      try {
        taker.execute(
            () -> {
              takeOrTell();
              underWay.set(false);
            });
      } catch (RejectedExecutionException e) {
        // it is being closed, with a last one or without
      }
    }
  }

  private boolean isDue() {
    var newest = store.newest();
    long least = newest == null ? afterBytes : Math.max(afterBytes, newest.queryBytes());
    return log.journal().bytes() - bytesAtLast >= least;
  }

  private void takeOrTell() {
    bytesAtLast = log.journal().bytes();
    try {
      timer.recordCallable(
          () -> {
            take();
            return null;
          });
    } catch (Exception e) {
      LOGGER.warn("No snapshot could be taken; the log is kept whole until one can", e);
    }
  }

  private void take() throws IOException {
    var parts =
        new Object() {
          long processed;
          CompletableFuture<Projections.Copy> rows = new CompletableFuture<>();
        };
    long forgettable =
        store.write(
            folder -> {
              parts.processed = run.snapshot(folder);
              // From behind the engine's part on: what is searched is not older than that.
              parts.rows = feed.between(projections::copy);
            },
            out -> outcome(parts.rows).writeTo(out),
            () -> new Position(parts.processed, outcome(parts.rows).position(), keptUpToHere()));
    log.journal().forgetBefore(forgettable);
  }

  /** Everything in the engine's part has been written by now; returns when the log has kept it. */
  private long keptUpToHere() throws IOException {
    long written = log.lastPosition();
    var kept = new CompletableFuture<Void>();
    log.whenKept(() -> kept.complete(null));
    outcome(kept);
    return written;
  }

  private static <T> T outcome(CompletableFuture<T> future) throws IOException {
    try {
      return future.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("The log was not kept in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  /** Takes a last one, so that the next start is quick, unless there is too little to gain. */
  void takeLast() {
    if (log.journal().bytes() - bytesAtLast > LITTLE_BYTES && log.isWritable() && !run.isFailed()) {
      taker.execute(this::takeOrTell);
    }
  }

  /** Returns when the one under way is done. */
  @Override
  public void close() {
    taker.close();
  }
}
