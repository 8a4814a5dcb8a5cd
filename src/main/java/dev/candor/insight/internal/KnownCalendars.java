package dev.candor.insight.internal;

import dev.candor.calendar.DeskCalendars;
import dev.candor.calendar.DeskCalendars.NotACalendar;
import dev.candor.calendar.WorkingTime;
import dev.candor.process.DecisionTables.NoAnswer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The working time of desks, where there is any. */
@Component
class KnownCalendars {

  private static final Logger log = LoggerFactory.getLogger(KnownCalendars.class);

  private final DeskCalendars calendars;

  KnownCalendars(DeskCalendars calendars) {
    this.calendars = calendars;
  }

  /**
   * @param desk null where a case has none yet
   * @return null when no calendar is known for it
   * @throws dev.candor.process.EngineUnavailable when the engine cannot be asked
   */
  @Nullable WorkingTime of(@Nullable String desk, String market) {
    if (desk == null) {
      return null;
    }
    try {
      return calendars.of(desk, market);
    } catch (NoAnswer | NotACalendar e) {
      log.warn("No working time for desk {}: {}", desk, e.getClass().getSimpleName());
      return null;
    }
  }

  /** For many cases at once: each calendar is asked for once. */
  Once once() {
    return new Once(new HashMap<>());
  }

  /** Calendars as they were when they were asked for. */
  final class Once {

    private final Map<String, Optional<WorkingTime>> known;

    private Once(Map<String, Optional<WorkingTime>> known) {
      this.known = known;
    }

    @Nullable WorkingTime of(@Nullable String desk, String market) {
      return known
          .computeIfAbsent(
              desk + " " + market,
              each -> Optional.ofNullable(KnownCalendars.this.of(desk, market)))
          .orElse(null);
    }
  }
}
