package dev.candor.access.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * How many more attempts an address has, so that nobody tries passwords or tokens by the thousand.
 * Counted on each machine by itself; only what failed counts.
 */
@Component
@EnableConfigurationProperties(AccessSettings.class)
class FailedSignIns {

  /** After this an address that was quiet is as good as new. */
  private static final Duration REFILL = Duration.ofMinutes(1);

  private static final int MOST_ADDRESSES = 100_000;

  private final LoadingCache<String, Bucket> attempts;

  FailedSignIns(AccessSettings settings) {
    long most = settings.failedSignInsPerMinute();
    this.attempts =
        Caffeine.newBuilder()
            .expireAfterAccess(REFILL)
            .maximumSize(MOST_ADDRESSES)
            .build(
                address ->
                    Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, REFILL))
                        .build());
  }

  @EventListener
  void failed(AbstractAuthenticationFailureEvent failure) {
    if (failure.getAuthentication().getDetails() instanceof WebAuthenticationDetails details) {
      attempts.get(details.getRemoteAddress()).tryConsume(1);
    }
  }

  /** Until the address may try again; zero when it may now. */
  Duration waitOf(String address) {
    var known = attempts.getIfPresent(address);
    return known == null
        ? Duration.ZERO
        : Duration.ofNanos(known.estimateAbilityToConsume(1).getNanosToWaitForRefill());
  }
}
