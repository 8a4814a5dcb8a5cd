package dev.candor.runtime.internal.jobs;

import java.util.function.Consumer;

/** Tells when there is a job to activate, so that nobody has to ask in vain. */
public interface JobsAvailable {

  /**
   * Calls {@code onJobType} with the type of jobs that became available, on a thread of its own: a
   * hint that may come twice or for a job that is already taken.
   */
  Subscription subscribe(Consumer<String> onJobType);

  /** Ends when closed. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
