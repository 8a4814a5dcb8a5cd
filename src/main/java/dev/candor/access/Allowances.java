package dev.candor.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * How often each may still do something within a period, and what was used up comes back little by
 * little. Counted on each machine by itself.
 */
public final class Allowances {

  /** Of people or addresses that are counted at a time; who was quiet the longest is forgotten. */
  private static final int MOST_COUNTED = 100_000;

  private final LoadingCache<String, Bucket> buckets;

  /**
   * @param most within the period
   * @param period after which who was quiet is as good as new
   */
  public Allowances(long most, Duration period) {
    buckets =
        Caffeine.newBuilder()
            .expireAfterAccess(period)
            .maximumSize(MOST_COUNTED)
            .build(
                who ->
                    Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, period))
                        .build());
  }

  /**
   * Uses up one, if one is left.
   *
   * @return how long to wait for the next one; zero when this one was allowed
   */
  public Duration use(String who) {
    return Duration.ofNanos(
        buckets.get(who).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
  }

  /** How long until one is left; zero when one is. Uses up nothing. */
  public Duration waitOf(String who) {
    var known = buckets.getIfPresent(who);
    return known == null
        ? Duration.ZERO
        : Duration.ofNanos(known.estimateAbilityToConsume(1).getNanosToWaitForRefill());
  }
}
