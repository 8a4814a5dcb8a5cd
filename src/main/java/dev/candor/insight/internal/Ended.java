package dev.candor.insight.internal;

import dev.candor.insight.internal.EndedDay.Reader;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** What ended in a period, as it was when it was asked for. */
final class Ended {

  private final NavigableMap<Long, EndedDay> days;
  private final EndedTable table;
  private final long from;
  private final long to;

  /**
   * @param days that the period touches, by their numbers
   */
  Ended(NavigableMap<Long, EndedDay> days, EndedTable table, TimesQuery query) {
    this(days, table, millis(query.from()), millis(query.to()));
  }

  private Ended(NavigableMap<Long, EndedDay> days, EndedTable table, long from, long to) {
    this.days = days;
    this.table = table;
    this.from = from;
    this.to = to;
  }

  /** Of it what ended in a shorter period. */
  Ended within(Instant begin, Instant end) {
    long first = Math.max(from, millis(begin));
    long last = Math.max(first, Math.min(to, millis(end)));
    return new Ended(
        days.subMap(
            Math.floorDiv(first, EndedTable.DAY), true, Math.floorDiv(last, EndedTable.DAY), true),
        table,
        first,
        last);
  }

  /** Tells what has the values that are asked for. */
  void read(Map<Dimension, String> only, Reader reader) {
    var chosen = table.together().chosen(only);
    days.forEach(
        (day, rows) ->
            rows.read(from - day * EndedTable.DAY, to - day * EndedTable.DAY, chosen, reader));
  }

  /** The number by which rows name the element; -1 where none does. */
  short number(String element) {
    return table.number(element);
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
