package dev.candor.runtime.internal;

import dev.candor.runtime.RuntimeClock;
import dev.candor.runtime.internal.command.CommandGateway;
import dev.candor.runtime.internal.feed.RecordFeed;
import dev.candor.runtime.internal.jobs.JobStreams;
import dev.candor.runtime.internal.jobs.JobsAvailable;
import dev.candor.runtime.internal.projection.Projections;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;

/** The engine as the doors see it. */
public interface RuntimeCore {

  CommandGateway commands();

  RecordFeed records();

  /** What searches read: one picture of the engine for all doors. */
  Projections projections();

  JobsAvailable jobs();

  /** Where workers leave word that they take jobs as they come. */
  JobStreams jobStreams();

  /**
   * Completes (on a virtual thread) when the listeners have heard everything that anybody outside
   * was told so far: a read that follows shows what an answer or a job said.
   */
  CompletableFuture<Void> caughtUp();

  RuntimeClock clock();

  /** This engine's own meters; no other engine's are in it. */
  MeterRegistry meters();

  Health health();

  /**
   * Throws everything away: state, log, definitions. Returns when a new engine runs on an empty log
   * and the listeners know. Commands under way fail with PURGED.
   *
   * @return the number of this purge, 1 for the first
   */
  long purge();

  /** The number of the last purge that is done; 0 before the first. */
  long lastPurge();

  /** Completes when the engine is idle: nothing left to process and nothing due. */
  CompletableFuture<Void> whenIdle();

  /** How the engine is. */
  enum Health {
    STARTING,
    HEALTHY,
    /** Runs, but the log cannot be written at the moment. */
    READ_ONLY,
    /** Stopped by itself on an error; only a restart helps. */
    DEAD,
    CLOSED
  }
}
