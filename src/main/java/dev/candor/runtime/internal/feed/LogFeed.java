package dev.candor.runtime.internal.feed;

import dev.candor.runtime.internal.log.EngineLog;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.logstreams.log.LogStreamReader;
import io.camunda.zeebe.logstreams.log.LoggedEvent;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.stream.impl.records.CopiedRecords;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the log behind the journal, on a thread of its own, and hands its records out. */
public final class LogFeed implements RecordFeed, AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(LogFeed.class);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Executor callers;
  private final List<RecordListener> listeners = new CopyOnWriteArrayList<>();
  private final Queue<Waiting> waiting =
      new PriorityQueue<>(Comparator.comparing(Waiting::position));
  private final Semaphore work = new Semaphore(0);
  private final Queue<LongConsumer> between = new ConcurrentLinkedQueue<>();
  private final RecordMetadata about = new RecordMetadata();
  private volatile long position = -1;
  private volatile boolean running;
  private boolean started;
  private @Nullable Thread reader;

  public LogFeed(Executor callers) {
    this.callers = callers;
  }

  private record Waiting(long position, CompletableFuture<Void> caughtUp) {}

  @Override
  public void subscribe(RecordListener listener) {
    if (started) {
      throw new IllegalStateException("The log is being read already");
    }
    listeners.add(listener);
  }

  /**
   * Begins to read this log.
   *
   * @param heard what the listeners know already, from a snapshot; 0 when that is nothing
   */
  public void open(EngineLog log, LogStream stream, long heard) {
    started = true;
    running = true;
    log.onKept(work::release);
    var records = stream.newLogStreamReader();
    if (heard > 0) {
      records.seekToNextEvent(heard);
      position = heard;
    } else {
      records.seekToFirstEvent();
    }
    reader = Thread.ofPlatform().daemon().name("runtime-feed").start(() -> read(log, records));
  }

  /** Stops reading and tells the listeners to forget; {@link #open} begins anew. */
  public void purge() {
    close();
    listeners.forEach(RecordListener::onPurge);
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public CompletableFuture<Void> caughtUpWith(long wanted) {
    var caughtUp = new CompletableFuture<Void>();
    synchronized (waiting) {
      if (position < wanted && running) {
        waiting.add(new Waiting(wanted, caughtUp));
        return caughtUp;
      }
    }
    caughtUp.complete(null);
    return caughtUp;
  }

  /**
   * Does something between two records, on the thread of the listeners: what they keep is then
   * exactly that of one position, which the action is told.
   */
  public <T> CompletableFuture<T> between(LongFunction<T> action) {
    var outcome = new CompletableFuture<T>();
    between.add(
        at -> {
          try {
            outcome.complete(action.apply(at));
          } catch (RuntimeException e) {
            outcome.completeExceptionally(e);
          }
        });
    work.release();
    if (!running) {
      doBetween();
    }
    return outcome;
  }

  /** Stops reading; nobody is left waiting. */
  @Override
  public void close() {
    running = false;
    work.release();
    try {
      if (reader != null) {
        reader.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    doBetween();
    caughtUp(Long.MAX_VALUE);
    position = -1;
  }

  private void read(EngineLog log, LogStreamReader records) {
    try (records) {
      while (running) {
        long kept = log.keptPosition();
        while (running && records.hasNext() && records.peekNext().getPosition() <= kept) {
          handOut(records);
          doBetween();
        }
        caughtUp(position);
        boolean more = false;
        for (RecordListener listener : listeners) {
          more |= listener.onPause();
        }
        doBetween();
        if (!more && work.tryAcquire(LONGEST_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
          work.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      running = false;
    }
  }

  private void doBetween() {
    for (var action = between.poll(); action != null; action = between.poll()) {
      action.accept(position);
    }
  }

  private void handOut(LogStreamReader records) {
    LoggedEvent next = records.next();
    next.readMetadata(about);
    if (isHeard()) {
      handOut(CopiedRecords.createCopiedRecord(1, next));
    }
    position = next.getPosition();
  }

  /**
   * Making a record of what the log has costs more than hearing it, and much of it nobody hears.
   */
  private boolean isHeard() {
    for (RecordListener listener : listeners) {
      if (listener.hears(about.getRecordType(), about.getValueType(), about.getIntent())) {
        return true;
      }
    }
    return false;
  }

  private void handOut(Record<?> record) {
    for (RecordListener listener : listeners) {
      try {
        listener.onRecord(record);
      } catch (RuntimeException e) {
        // One listener's trouble with one record must not end everybody's view of the engine.
        LOGGER.error(
            "A listener failed on record {} ({} {})",
            record.getPosition(),
            record.getValueType(),
            record.getIntent(),
            e);
      }
    }
  }

  private void caughtUp(long upTo) {
    synchronized (waiting) {
      for (var first = waiting.peek();
          first != null && first.position <= upTo;
          first = waiting.peek()) {
        var caughtUp = waiting.remove().caughtUp;
        callers.execute(() -> caughtUp.complete(null));
      }
    }
  }
}
