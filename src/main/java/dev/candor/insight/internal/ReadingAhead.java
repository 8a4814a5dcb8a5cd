package dev.candor.insight.internal;

import dev.candor.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Takes into memory what pages show unless they are asked otherwise, so that nobody waits for it:
 * after a start, and when all was to be read anew. The newest first, and some weeks at a time: who
 * asks meanwhile waits for these alone.
 */
@Component
class ReadingAhead implements Outbox {

  private static final Duration AT_A_TIME = Duration.ofDays(23);

  /** 90 days, those before, and some more: time zones, and days that are kept in UTC. */
  private static final int PORTIONS = 8;

  private final EndedPasses passes;
  private final ServiceLevels levels;
  private final Clock clock;

  ReadingAhead(EndedPasses passes, ServiceLevels levels, Clock clock) {
    this.passes = passes;
    this.levels = levels;
    this.clock = clock;
  }

  @Override
  public boolean carryOutOne() {
    var end = clock.instant().plus(Duration.ofDays(1));
    for (int portion = 0; portion < PORTIONS; portion++) {
      levels.readAhead(portion(end, portion));
      passes.readAhead(portion(end, portion));
    }
    return false;
  }

  private static TimesQuery portion(Instant end, int number) {
    var to = end.minus(AT_A_TIME.multipliedBy(number));
    return new TimesQuery(to.minus(AT_A_TIME), to, false, Map.of());
  }
}
