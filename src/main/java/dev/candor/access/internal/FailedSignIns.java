package dev.candor.access.internal;

import dev.candor.access.Allowances;
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

  private final Allowances attempts;

  FailedSignIns(AccessSettings settings) {
    this.attempts = new Allowances(settings.failedSignInsPerMinute(), REFILL);
  }

  @EventListener
  void failed(AbstractAuthenticationFailureEvent failure) {
    if (failure.getAuthentication().getDetails() instanceof WebAuthenticationDetails details) {
      attempts.use(details.getRemoteAddress());
    }
  }

  /** Until the address may try again; zero when it may now. */
  Duration waitOf(String address) {
    return attempts.waitOf(address);
  }
}
