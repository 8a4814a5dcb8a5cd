package dev.candor.runtime.internal.feed;

import java.util.concurrent.CompletableFuture;

/** The engine's records for those who keep a picture of them. */
public interface RecordFeed {

  /**
   * Adds a listener. Possible only until the runtime starts, since the log is not read twice.
   *
   * @throws IllegalStateException after the start
   */
  void subscribe(RecordListener listener);

  /** The last position every listener has heard; -1 before the first. */
  long position();

  /**
   * Completes (on a virtual thread) when every listener has heard everything up to the position.
   * With the position of an answer: a read that follows sees what was acknowledged. A purge
   * completes it as well.
   */
  CompletableFuture<Void> caughtUpWith(long position);
}
