package dev.candor.insight.internal;

import dev.candor.insight.internal.EndedDay.Reader;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What ended in a period, as it was when it was asked for. */
final class Ended {

  private final Map<Long, EndedDay> days;
  private final EndedTable table;
  private final long from;
  private final long to;

  /**
   * @param days that the period touches, by their numbers
   */
  Ended(Map<Long, EndedDay> days, EndedTable table, TimesQuery query) {
    this.days = days;
    this.table = table;
    this.from = millis(query.from());
    this.to = millis(query.to());
  }

  /** Tells what has the values that are asked for. */
  void read(Map<Dimension, String> only, Reader reader) {
    var chosen = table.together().chosen(only);
    days.forEach(
        (day, rows) ->
            rows.read(from - day * EndedTable.DAY, to - day * EndedTable.DAY, chosen, reader));
  }

  String element(short code) {
    return table.element(code);
  }

  @Nullable String value(int number, Dimension dimension) {
    return table.together().value(number, dimension);
  }

  /** The first millisecond that does not come before it. */
  static long millis(Instant instant) {
    return instant.toEpochMilli() + (instant.getNano() % 1_000_000 == 0 ? 0 : 1);
  }
}
