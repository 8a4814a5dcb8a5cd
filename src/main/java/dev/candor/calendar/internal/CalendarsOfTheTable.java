package dev.candor.calendar.internal;

import dev.candor.calendar.DeskCalendars;
import dev.candor.calendar.WorkingTime;
import dev.candor.process.DecisionTables;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the table each time, so that a change counts at once; what a row means is read once. */
@Component
class CalendarsOfTheTable implements DeskCalendars {

  private static final String TABLE = "deskCalendar";

  private final DecisionTables tables;
  private final Map<CalendarRow, WorkingTime> read = new ConcurrentHashMap<>();

  CalendarsOfTheTable(DecisionTables tables) {
    this.tables = tables;
  }

  @Override
  public WorkingTime of(String desk, @Nullable String market) {
    var facts = new HashMap<String, String>(Map.of("desk", desk));
    if (market != null) {
      facts.put("market", market);
    }
    var row = tables.ask(TABLE, facts, CalendarRow.class);
    return read.computeIfAbsent(row, CalendarRow::read);
  }
}
