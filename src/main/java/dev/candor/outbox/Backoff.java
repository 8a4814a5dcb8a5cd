package dev.candor.outbox;

import java.time.Duration;

/** How long to wait before trying again: doubling from {@code first} up to {@code most}. */
public record Backoff(Duration first, Duration most) {

  /**
   * @param attempts how often it was tried so far, from 1
   */
  public Duration after(int attempts) {
    var doublings = Math.min(Math.max(attempts - 1, 0), 30);
    var wait = first.multipliedBy(1L << doublings);
    return wait.compareTo(most) > 0 ? most : wait;
  }
}
