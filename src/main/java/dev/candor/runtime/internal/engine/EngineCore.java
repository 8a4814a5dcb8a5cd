package dev.candor.runtime.internal.engine;

import dev.candor.runtime.RuntimeClock;
import dev.candor.runtime.internal.RuntimeCore;
import dev.candor.runtime.internal.clock.EngineTime;
import dev.candor.runtime.internal.command.CommandFailure.Kind;
import dev.candor.runtime.internal.command.CommandGateway;
import dev.candor.runtime.internal.command.EngineGateway;
import dev.candor.runtime.internal.feed.LogFeed;
import dev.candor.runtime.internal.feed.RecordFeed;
import dev.candor.runtime.internal.jobs.JobPush;
import dev.candor.runtime.internal.jobs.JobSignals;
import dev.candor.runtime.internal.jobs.JobStreams;
import dev.candor.runtime.internal.jobs.JobsAvailable;
import dev.candor.runtime.internal.jobs.OpenStreams;
import dev.candor.runtime.internal.log.EngineLog;
import dev.candor.runtime.internal.log.Journal;
import dev.candor.runtime.internal.log.Told;
import dev.candor.runtime.internal.projection.Projections;
import dev.candor.runtime.internal.snapshot.Snapshot;
import dev.candor.runtime.internal.snapshot.SnapshotStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The engine with its log, its time and what hears of it; replaced as a whole by a purge. */
public final class EngineCore implements RuntimeCore, AutoCloseable {

  private final Journal journal;
  private final Keeping keeping;
  private final @Nullable SnapshotStore store;
  private final ExecutorService callers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("runtime-caller-", 0).factory());
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final EngineTime time = new EngineTime(InstantSource.system());
  private final Told told = new Told();
  private final EngineGateway gateway = new EngineGateway(callers, told);
  private final LogFeed feed = new LogFeed(callers);
  private final Projections projections;
  private final JobSignals jobs = new JobSignals(callers);
  private final OpenStreams streams = new OpenStreams();
  private volatile Health health = Health.STARTING;
  private volatile long purges;
  private volatile @Nullable EngineRun run;
  private volatile @Nullable EngineLog log;
  private @Nullable Snapshots snapshots;

  /**
   * @param journal what keeps the log; closed with this
   */
  public EngineCore(Journal journal) {
    this(journal, Keeping.BY_DEFAULT);
  }

  /**
   * @param journal what keeps the log; closed with this
   */
  public EngineCore(Journal journal, Keeping keeping) {
    this.journal = journal;
    this.keeping = keeping;
    projections = new Projections(time, keeping.retention());
    store = journal.folder() == null ? null : new SnapshotStore(journal.folder());
    time.settleWith(new Settling());
    journal.gatherWhile(gateway::isCrowded);
    feed.subscribe(projections);
  }

  /** Goes on from the newest snapshot and the log; returns when the engine takes commands. */
  public void start() {
    RecordsStayOut.install();
    told.forget();
    var newLog = new EngineLog(journal);
    Snapshot from = store == null ? null : store.toStartFrom(newLog);
    if (from != null) {
      projections.restore(from.query());
    }
    var newRun =
        new EngineRun(
            newLog,
            time,
            gateway.answersOf(newLog),
            new JobPush(newLog, told, jobs, streams, gateway, callers),
            meters,
            from == null ? null : from.engine());
    log = newLog;
    run = newRun;
    feed.open(newLog, newRun.stream(), from == null ? 0 : from.projected());
    newRun.start();
    newLog.forgetWhatIsRead();
    gateway.open(newLog, newRun.stream().newLogStreamWriter());
    health = Health.HEALTHY;
    if (store != null) {
      snapshots =
          new Snapshots(
              store, newLog, newRun, feed, projections, keeping.snapshotAfterBytes(), meters);
      snapshots.open();
    }
  }

  @Override
  public CommandGateway commands() {
    return gateway;
  }

  @Override
  public RecordFeed records() {
    return feed;
  }

  @Override
  public Projections projections() {
    return projections;
  }

  @Override
  public JobsAvailable jobs() {
    return jobs;
  }

  @Override
  public JobStreams jobStreams() {
    return streams;
  }

  @Override
  public CompletableFuture<Void> caughtUp() {
    return feed.caughtUpWith(told.position());
  }

  @Override
  public RuntimeClock clock() {
    return time;
  }

  @Override
  public MeterRegistry meters() {
    return meters;
  }

  @Override
  public Health health() {
    if (health != Health.HEALTHY) {
      return health;
    }
    if (run.isFailed()) {
      return Health.DEAD;
    }
    return log.isWritable() ? Health.HEALTHY : Health.READ_ONLY;
  }

  @Override
  public synchronized long purge() {
    health = Health.STARTING;
    gateway.close(Kind.PURGED, "The engine's state was thrown away meanwhile");
    endSnapshots();
    feed.purge();
    run.close();
    journal.erase();
    start();
    purges++;
    return purges;
  }

  @Override
  public long lastPurge() {
    return purges;
  }

  @Override
  public CompletableFuture<Void> whenIdle() {
    return CompletableFuture.runAsync(run::awaitIdle, callers)
        .thenCompose(idle -> feed.caughtUpWith(log.lastPosition()));
  }

  @Override
  public synchronized void close() {
    if (health == Health.CLOSED) {
      return;
    }
    health = Health.CLOSED;
    gateway.close(Kind.NOT_RUNNING, "The runtime was stopped");
    if (snapshots != null) {
      snapshots.takeLast();
    }
    endSnapshots();
    feed.close();
    if (run != null) {
      run.close();
    }
    journal.close();
    // Not awaited: what an answer sets going is its caller's, and may be what closes this.
    callers.shutdown();
    meters.close();
  }

  /** Returns when what has ended long enough ago, by the changed clock, is found no more. */
  private void forgetWhatIsOver() {
    feed.between(
            position -> {
              while (projections.onPause()) {
                // all of it, since whoever moves the clock looks next
              }
              return position;
            })
        .join();
  }

  private void endSnapshots() {
    if (snapshots != null) {
      snapshots.close();
      snapshots = null;
    }
  }

  private final class Settling implements EngineTime.Settling {

    @Override
    public void settle(EngineTime.Change change) {
      whenIdle().join();
      change.apply().run();
      if (change.isBackwards()) {
        run.replan();
      }
      whenIdle().join();
      forgetWhatIsOver();
    }

    @Override
    public Optional<Instant> nextTimer() {
      whenIdle().join();
      return run.nextTimer();
    }
  }
}
