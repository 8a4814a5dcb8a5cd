package dev.candor.runtime.internal.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time the engine lives in. Every change waits until the engine is idle, is made, and returns
 * when everything that became due is done (jobs that wait for workers do not count).
 */
public interface RuntimeClock extends InstantSource {

  /** Stops the clock at this instant, which may be earlier than now. */
  void pin(Instant instant);

  /** Moves the clock; a pinned one stays pinned, a running one goes on running. */
  void advance(Duration duration);

  /** Back to the machine's time, running. */
  void reset();
}
