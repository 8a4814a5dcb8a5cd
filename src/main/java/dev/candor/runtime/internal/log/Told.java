package dev.candor.runtime.internal.log;

import java.util.concurrent.atomic.AtomicLong;

/** How far somebody outside was told of the log: the highest position of an answer or a job. */
public final class Told {

  private final AtomicLong position = new AtomicLong(-1);

  public void upTo(long told) {
    position.accumulateAndGet(told, Math::max);
  }

  public long position() {
    return position.get();
  }

  /** The log is thrown away, and what was told of it with it. */
  public void forget() {
    position.set(-1);
  }
}
