package dev.candor.insight.internal;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Measures what rules are about. */
@Component
class Measuring {

  private static final Duration OF_STEPS = Duration.ofDays(30);
  private static final Set<String> MANY = Set.of("");

  private final ServiceLevels levels;
  private final StepTimes steps;
  private final IdleCases idle;
  private final ForManagers managers;
  private final Clock clock;

  Measuring(
      ServiceLevels levels, StepTimes steps, IdleCases idle, ForManagers managers, Clock clock) {
    this.levels = levels;
    this.steps = steps;
    this.idle = idle;
    this.managers = managers;
    this.clock = clock;
  }

  /**
   * @param figure null where there is too little to say
   * @param missedWith references; an empty one where it is about many cases; nothing while it is
   *     kept
   */
  record Measured(@Nullable Double figure, Set<String> missedWith) {

    static final Measured NOTHING = new Measured(null, Set.of());
  }

  /**
   * In transactions of its own, before which memory is brought up to date.
   *
   * @param zone whose weeks are meant
   * @throws dev.candor.process.EngineUnavailable when a desk's calendar cannot be asked for
   */
  Measured measure(Rule rule, ZoneId zone) {
    var now = clock.instant();
    return switch (rule.kind()) {
      case SHARE_BREACHED -> {
        var all = levels.kept(query(rule, monday(now, zone), now));
        yield of(all.share(), rule.most() / 100.0);
      }
      case STEP_P85 -> {
        var query = query(rule, now.minus(OF_STEPS), now);
        var p85 =
            managers
                .count(() -> steps.ended(query), rows -> steps.of(rows, query, rule.step()))
                .summary()
                .map(summary -> (double) summary.p85().value());
        yield of(p85.orElse(null), Duration.ofHours(rule.most()).toSeconds());
      }
      case IDLE -> {
        var cases =
            managers.count(() -> true, nothing -> idle.longerThan(rule.most(), rule.desk(), now));
        yield new Measured((double) cases.size(), cases);
      }
    };
  }

  /** When this person's week began. */
  static Instant monday(Instant now, ZoneId zone) {
    return LocalDate.ofInstant(now, zone)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .atStartOfDay(zone)
        .toInstant();
  }

  private static Measured of(@Nullable Double figure, double most) {
    return new Measured(figure, figure != null && figure > most ? MANY : Set.of());
  }

  private static TimesQuery query(Rule rule, Instant from, Instant to) {
    var desk = rule.desk();
    return new TimesQuery(from, to, true, desk == null ? Map.of() : Map.of(Dimension.DESK, desk));
  }
}
