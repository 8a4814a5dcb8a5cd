package dev.candor.insight.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule somebody wants to hear of.
 *
 * @param checkedAt null: not yet since it was set, changed or resumed
 * @param figure as it was then: a share, a number of cases, or seconds; null where there was too
 *     little to say
 * @param missedSince null while it is kept
 * @param lastTold when it was found missed last
 */
public record Target(
    UUID id,
    String owner,
    Rule rule,
    boolean paused,
    @Nullable Instant checkedAt,
    @Nullable Double figure,
    @Nullable Instant missedSince,
    @Nullable Instant lastTold) {

  /**
   * A time in which it was missed.
   *
   * @param reference of the case that was idle; null where it was about many
   * @param figure as it was found
   * @param most the rule's limit then
   * @param until null while it is
   */
  public record Missed(
      @Nullable String reference,
      double figure,
      int most,
      Instant since,
      @Nullable Instant until) {}
}
