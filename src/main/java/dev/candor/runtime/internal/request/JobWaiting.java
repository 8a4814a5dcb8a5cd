package dev.candor.runtime.internal.request;

import dev.candor.runtime.internal.jobs.JobsAvailable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The polls that wait for jobs, by job type. */
public final class JobWaiting {

  /**
   * Between two polls of a type when the first took all there was: under load the second would find
   * one job, and be a command to the engine of its own.
   */
  private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final Map<String, Set<Place>> places = new ConcurrentHashMap<>();
  private final Map<String, Long> emptied = new ConcurrentHashMap<>();

  JobWaiting(JobsAvailable jobs) {
    jobs.subscribe(type -> places.getOrDefault(type, Set.of()).forEach(Place::wake));
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

    /** Waits a moment if all jobs of the type have just been taken. */
    void letSomeGather() {
      Long since = emptied.get(type);
      if (since != null) {
        LockSupport.parkNanos(since + GATHER_NANOS - System.nanoTime());
      }
    }

    /**
     * The poll got jobs.
     *
     * @param all whether these were all there are
     */
    void got(boolean all) {
      if (all) {
        emptied.put(type, System.nanoTime());
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
