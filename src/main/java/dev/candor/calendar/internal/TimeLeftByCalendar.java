package dev.candor.calendar.internal;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.candor.calendar.DeskCalendars;
import dev.candor.calendar.TimeLeft;
import dev.candor.calendar.WorkingTime;
import dev.candor.process.DecisionTables.NoAnswer;
import dev.candor.web.Times;
import dev.candor.web.Times.Due;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps calendars for pages: a page neither asks the engine for each line, nor waits long for an
 * engine that is away. A changed calendar is on the pages a minute later.
 */
@Component
class TimeLeftByCalendar implements TimeLeft {

  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final int DESKS_AND_MARKETS = 2_000;

  /** Empty where the table has no calendar. */
  private final AsyncLoadingCache<Office, Optional<WorkingTime>> calendars;

  private final Clock clock;

  TimeLeftByCalendar(DeskCalendars calendars, Clock clock) {
    this.calendars =
        Caffeine.newBuilder()
            .maximumSize(DESKS_AND_MARKETS)
            .refreshAfterWrite(FRESH)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .buildAsync(office -> known(calendars, office));
    this.clock = clock;
  }

  private record Office(String desk, @Nullable String market) {}

  private static Optional<WorkingTime> known(DeskCalendars calendars, Office office) {
    try {
      return Optional.of(calendars.of(office.desk(), office.market()));
    } catch (NoAnswer none) {
      return Optional.empty();
    }
  }

  @Override
  public Due until(Instant dueAt, @Nullable String desk, @Nullable String market, ZoneId zone) {
    var now = clock.instant();
    return calendar(desk, market)
        .filter(calendar -> now.isBefore(dueAt))
        .map(calendar -> Times.due(dueAt, zone, calendar.between(now, dueAt)))
        .orElseGet(() -> Times.due(dueAt, now, zone));
  }

  private Optional<WorkingTime> calendar(@Nullable String desk, @Nullable String market) {
    if (desk == null) {
      return Optional.empty();
    }
    try {
      return calendars
          .get(new Office(desk, market))
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException notNow) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
