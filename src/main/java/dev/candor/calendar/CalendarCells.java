package dev.candor.calendar;

import dev.candor.calendar.internal.CalendarRow;
import java.util.Map;
import java.util.Optional;

/** Whether a row of the table {@code deskCalendar} can be read, before it is in force. */
public final class CalendarCells {

  private CalendarCells() {}

  /**
   * What is wrong with it; nothing when it is a calendar.
   *
   * @param cells by the names of the table's outputs
   */
  public static Optional<String> wrongWith(Map<String, String> cells) {
    return CalendarRow.wrongWith(cells);
  }
}
