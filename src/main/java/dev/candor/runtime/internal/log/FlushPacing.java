package dev.candor.runtime.internal.log;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How long a flush is put off. What somebody waits for is flushed at once, unless many wait: then
 * one flush for all of them comes every few milliseconds. A command that was only written waits for
 * what the engine makes of it: nobody is answered before that is kept too, and a flush of the
 * command alone would be one more to wait for.
 */
final class FlushPacing {

  /** From one flush to the next while many wait: a flush costs processor time, too. */
  static final long CROWDED_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

  /** Longest wait of what nobody asks for; searches see it that much later. */
  static final long UNWANTED_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final LongSupplier clock;
  private volatile BooleanSupplier crowded = () -> false;
  private long flushed;
  private long linked;

  /**
   * @param clock nanoseconds as {@link System#nanoTime} counts them
   */
  FlushPacing(LongSupplier clock) {
    this.clock = clock;
    flushed = clock.getAsLong();
    linked = flushed;
  }

  void gatherWhile(BooleanSupplier crowded) {
    this.crowded = crowded;
  }

  boolean isCrowded() {
    return crowded.getAsBoolean();
  }

  /** There is something to keep, and there was nothing before. */
  void linked() {
    linked = clock.getAsLong();
  }

  /** A flush begins: what is linked from now on is for the next. */
  void flushing() {
    flushed = clock.getAsLong();
    linked = flushed;
  }

  /**
   * Nanoseconds until the next flush should begin; 0 or less when it should now.
   *
   * @param wanted whether somebody waits for it
   */
  long pause(boolean isCrowded, boolean wanted) {
    long now = clock.getAsLong();
    if (isCrowded) {
      return flushed + CROWDED_NANOS - now;
    }
    return wanted ? 0 : linked + UNWANTED_NANOS - now;
  }
}
