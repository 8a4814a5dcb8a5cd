package dev.candor.runtime.internal.request;

import dev.candor.runtime.internal.jobs.JobsAvailable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** The polls that wait for jobs, by job type. */
public final class JobWaiting {

  /**
   * Between two polls of a type when the first took all there was and many are at work: the second
   * would find one job, and be a command to the engine of its own. Where few are, a job that has
   * come is worth more than the command that is saved.
   */
  static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final Map<String, Set<Place>> places = new ConcurrentHashMap<>();
  private final Map<String, Long> emptied = new ConcurrentHashMap<>();
  private final EmptyTypes empty;

  private final BooleanSupplier crowded;
  private final LongSupplier clock;

  /**
   * @param crowded whether many are at work
   * @param clock nanoseconds as {@link System#nanoTime} counts them
   */
  JobWaiting(JobsAvailable jobs, BooleanSupplier crowded, LongSupplier clock) {
    this.crowded = crowded;
    this.clock = clock;
    this.empty = new EmptyTypes(clock);
    jobs.subscribe(this::hint);
  }

  private void hint(String type) {
    empty.hint(type);
    places.getOrDefault(type, Set.of()).forEach(Place::wake);
  }

  /** Takes a place before the first look for jobs, so that none slips by in between. */
  Place queueFor(String type) {
    Place place = new Place(type);
    places.compute(
        type,
        (any, here) -> {
          Set<Place> all = here == null ? ConcurrentHashMap.newKeySet() : here;
          all.add(place);
          return all;
        });
    return place;
  }

  /** One waiting poll. */
  final class Place implements AutoCloseable {

    private final String type;
    private final Semaphore hints = new Semaphore(0);

    private Place(String type) {
      this.type = type;
    }

    void wake() {
      hints.release();
    }

    /** Whether to ask the engine would be in vain. */
    boolean isInVain() {
      return empty.isKnownEmpty(type);
    }

    /** Before the engine is asked. */
    EmptyTypes.Look look() {
      return empty.look(type);
    }

    /** The engine had none. */
    void gotNone(EmptyTypes.Look look) {
      empty.inVain(type, look);
    }

    /** Waits a moment if all jobs of the type have just been taken. */
    void letSomeGather() {
      LockSupport.parkNanos(gathersFor());
    }

    /** Nanoseconds; 0 or less when the poll should look now. */
    long gathersFor() {
      Long since = emptied.get(type);
      return since == null || !crowded.getAsBoolean()
          ? 0
          : since + GATHER_NANOS - clock.getAsLong();
    }

    /**
     * The poll got jobs.
     *
     * @param all whether these were all there are
     */
    void got(boolean all) {
      if (all) {
        emptied.put(type, clock.getAsLong());
      } else {
        emptied.remove(type);
      }
    }

    /** Waits for a hint; false when the time is up. */
    boolean awaitUntil(long nanoTime) {
      try {
        boolean hinted = hints.tryAcquire(nanoTime - System.nanoTime(), TimeUnit.NANOSECONDS);
        hints.drainPermits();
        return hinted;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    @Override
    public void close() {
      places.computeIfPresent(
          type,
          (any, here) -> {
            here.remove(this);
            return here.isEmpty() ? null : here;
          });
    }
  }
}
