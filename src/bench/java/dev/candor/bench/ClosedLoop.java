package dev.candor.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Work in a closed loop: so much is under way at a time, and the next begins when one is done. */
public final class ClosedLoop {

  private static final long PATIENCE_SECONDS = 120;

  private ClosedLoop() {}

  /**
   * What was seen.
   *
   * @param nanos how long each took, from its beginning to its end
   */
  public record Seen(double perSecond, Histogram nanos) {

    public double millis(double percentile) {
      return nanos.getValueAtPercentile(percentile) / 1e6;
    }
  }

  /**
   * Does it {@code count} times; fails if one fails, or nothing ends for two minutes.
   *
   * @param begin begins one; the future ends with it
   */
  public static Seen run(int count, int underWay, Supplier<CompletableFuture<?>> begin) {
    Semaphore places = new Semaphore(underWay);
    Histogram nanos = new ConcurrentHistogram(3);
    CompletableFuture<Void> failed = new CompletableFuture<>();
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      take(places, 1, failed);
      long began = System.nanoTime();
      begin
          .get()
          .whenComplete(
              (done, failure) -> {
                nanos.recordValue(System.nanoTime() - began);
                if (failure != null) {
                  failed.completeExceptionally(failure);
                }
                places.release();
              });
    }
    take(places, underWay, failed);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Seen(count / seconds, nanos);
  }

  private static void take(Semaphore places, int many, CompletableFuture<Void> failed) {
    try {
      if (!places.tryAcquire(many, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Nothing ended for %d seconds".formatted(PATIENCE_SECONDS));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (failed.isCompletedExceptionally()) {
      failed.join();
    }
  }
}
