package dev.candor.calendar;

import org.jspecify.annotations.Nullable;

/** When desks work, as process owners wrote it in the table {@code deskCalendar}. */
public interface DeskCalendars {

  /**
   * @param market country of the case: a desk of several countries may keep several calendars
   * @throws dev.candor.process.DecisionTables.NoAnswer when the table has no row for it
   * @throws NotACalendar when what the row says is no calendar
   * @throws dev.candor.process.EngineUnavailable when the engine does not answer
   */
  WorkingTime of(String desk, @Nullable String market);

  /** A row says something that is no time, no zone or no country. The message says what to mend. */
  class NotACalendar extends RuntimeException {
    public NotACalendar(String message) {
      super(message);
    }
  }
}
