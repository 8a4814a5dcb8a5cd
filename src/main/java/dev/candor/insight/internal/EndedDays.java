package dev.candor.insight.internal;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What ended, by day: the days that were asked for are kept in memory, and kept up with the log,
 * for as long as there is room for them.
 */
final class EndedDays {

  private final EndedTable table;
  private final ChangedCases changed;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final long most;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final TreeMap<Long, EndedDay> days = new TreeMap<>();
  private long size;

  /**
   * @param most rows that are kept
   */
  EndedDays(
      EndedTable table,
      ChangedCases changed,
      TransactionTemplate transaction,
      Clock clock,
      long most) {
    this.table = table;
    this.changed = changed;
    this.transaction = transaction;
    this.clock = clock;
    this.most = most;
  }

  /**
   * What ended in the period, as it is now. One at a time; whoever waits keeps no thread of the
   * machine from others, and no connection where none was taken before.
   */
  Ended of(TimesQuery query) {
    oneAtATime.lock();
    try {
      return Objects.requireNonNull(
          transaction.execute(status -> new Ended(keptAndRead(query), table, query)));
    } finally {
      oneAtATime.unlock();
    }
  }

  private TreeMap<Long, EndedDay> keptAndRead(TimesQuery query) {
    changed.next().ifPresentOrElse(this::takeOver, this::startAnew);
    long first = Math.max(0, Math.floorDiv(Ended.millis(query.from()), EndedTable.DAY));
    long end = Math.floorDiv(Ended.millis(query.to()) - 1, EndedTable.DAY) + 1;
    // What is further in the future than any clock is wrong is not kept as days without anything.
    long endOfKept = Math.max(first, Math.min(end, today() + 2));
    var asked = new TreeMap<Long, EndedDay>();
    long missing = first;
    for (long day = first; day < endOfKept; day++) {
      var known = days.get(day);
      if (known != null) {
        asked.putAll(load(missing, day));
        asked.put(day, known);
        missing = day + 1;
      }
    }
    asked.putAll(load(missing, endOfKept));
    asked.putAll(table.between(endOfKept, end));
    return asked;
  }

  private long today() {
    return Math.floorDiv(clock.millis(), EndedTable.DAY);
  }

  /** Reads them and keeps them, from the first to before the other one. */
  private Map<Long, EndedDay> load(long first, long end) {
    var loaded = table.between(first, end);
    for (long day = first; day < end; day++) {
      loaded.putIfAbsent(day, EndedDay.NONE);
    }
    long more = loaded.values().stream().mapToLong(EndedDay::size).sum();
    if (size + more > most) {
      startAnew();
    }
    if (more <= most) {
      days.putAll(loaded);
      size += more;
    }
    return loaded;
  }

  /** Of the days that are kept, those are changed on which something of these cases ended. */
  private void takeOver(Collection<String> references) {
    if (references.isEmpty() || days.isEmpty()) {
      return;
    }
    var numbers = references.stream().mapToLong(References::number).sorted().toArray();
    var ended = table.of(references);
    days.replaceAll(
        (day, rows) -> rows.without(numbers).and(ended.getOrDefault(day, EndedDay.NONE)));
    size = days.values().stream().mapToLong(EndedDay::size).sum();
  }

  private void startAnew() {
    days.clear();
    size = 0;
  }
}
