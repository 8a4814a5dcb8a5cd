package dev.candor.runtime.internal.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Of which types the engine is known to have no job for a worker: who asks for one of those need
 * not ask the engine, each of whose answers is written to the log. A service that waits for work
 * would otherwise write without end.
 */
final class EmptyTypes {

  /** After so long the engine is asked all the same, should it once not have told of a job. */
  static final Duration BELIEVED_FOR = Duration.ofSeconds(10);

  /** Of those nobody asks for any more nothing is remembered. */
  private static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);

  private final Cache<String, Type> types =
      Caffeine.newBuilder().expireAfterAccess(REMEMBERED_FOR).build();
  private final LongSupplier clock;

  /**
   * @param clock nanoseconds as {@link System#nanoTime} counts them
   */
  EmptyTypes(LongSupplier clock) {
    this.clock = clock;
  }

  private static final class Type {
    private final AtomicLong hints = new AtomicLong();
    private volatile Look lastInVain = Look.NONE;
  }

  /**
   * A question to the engine, to be {@linkplain #inVain settled} when it found nothing.
   *
   * @param hints how many had been given when it was asked
   * @param at when it was asked
   */
  record Look(long hints, long at) {
    private static final Look NONE = new Look(-1, 0);
  }

  /** Whether the engine has nothing, as far as it told. */
  boolean isKnownEmpty(String type) {
    Type known = of(type);
    Look last = known.lastInVain;
    return last.hints == known.hints.get() && clock.getAsLong() - last.at < BELIEVED_FOR.toNanos();
  }

  /** Before the engine is asked: what it tells from now on counts against an answer of "none". */
  Look look(String type) {
    return new Look(of(type).hints.get(), clock.getAsLong());
  }

  void inVain(String type, Look look) {
    of(type).lastInVain = look;
  }

  /** The engine says that there may be a job. */
  void hint(String type) {
    Type known = types.getIfPresent(type);
    if (known != null) {
      known.hints.incrementAndGet();
    }
  }

  private Type of(String type) {
    return types.get(type, any -> new Type());
  }
}
