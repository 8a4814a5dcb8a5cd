package dev.candor.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The time an engine lives in. Every change waits until the engine is idle, is made, and returns
 * when everything that became due is done (jobs that wait for workers do not count). A pinned clock
 * that is moved stays pinned, a running one goes on running.
 */
public interface RuntimeClock extends InstantSource {

  /** Stops the clock at this instant, which may be earlier than now. */
  void pin(Instant instant);

  /** Moves the clock, also backwards. */
  void advance(Duration duration);

  /**
   * Moves the clock forward to this instant.
   *
   * @throws IllegalArgumentException if that is earlier than now
   */
  void advanceTo(Instant instant);

  /**
   * Moves the clock forward to the instant at which the next timer of a diagram fires: one of an
   * event, or of a start event. The wait before a retry, a job's timeout and a message's time to
   * live are no timers.
   *
   * @return that instant; empty, and nothing is moved, if no timer waits
   */
  Optional<Instant> advanceToNextTimer();

  /** Back to the machine's time, running. */
  void reset();
}
