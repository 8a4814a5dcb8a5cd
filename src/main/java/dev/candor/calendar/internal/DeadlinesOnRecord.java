package dev.candor.calendar.internal;

import dev.candor.calendar.Deadlines;
import dev.candor.calendar.DeskCalendars;
import dev.candor.process.DecisionTables;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Hours from the table, added up by the desk's calendar, kept by the run of the step. */
@Component
class DeadlinesOnRecord implements Deadlines {

  private static final String TABLE = "deadlines";
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);

  private final DecisionTables tables;
  private final DeskCalendars calendars;
  private final DeadlineTable onRecord;
  private final Clock clock;

  DeadlinesOnRecord(
      DecisionTables tables, DeskCalendars calendars, DeadlineTable onRecord, Clock clock) {
    this.tables = tables;
    this.calendars = calendars;
    this.onRecord = onRecord;
    this.clock = clock;
  }

  /** Asked again for the same run of a step, the table answers again, and what is kept stays. */
  @Override
  public Deadline set(Step step) {
    var facts = Map.of("step", step.name(), "severity", step.severity());
    var workingTime = workingTime(tables.ask(TABLE, facts, BigDecimal.class));
    var calendar = calendars.of(step.desk(), step.market());
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var deadline =
        new Deadline(
            calendar.after(now, workingTime),
            calendar.after(now, workingTime.multipliedBy(3).dividedBy(4)));
    return onRecord.keep(step, workingTime, now, deadline);
  }

  /** Parts of an hour are allowed. */
  private static Duration workingTime(BigDecimal hours) {
    var seconds = hours.multiply(SECONDS_PER_HOUR).setScale(0, RoundingMode.CEILING);
    if (seconds.signum() < 0) {
      throw new DecisionTables.NoAnswer(TABLE);
    }
    return Duration.ofSeconds(seconds.longValueExact());
  }
}
