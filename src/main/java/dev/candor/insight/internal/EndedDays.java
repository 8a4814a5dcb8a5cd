package dev.candor.insight.internal;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
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
  private boolean isFull;

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
   * machine from others, and no connection where none was taken before. Where not all of it has
   * room in memory, nobody else is told anything until this thread calls {@link #letGo}: the heap
   * holds such a period once, however many ask.
   */
  Ended of(TimesQuery query) {
    oneAtATime.lock();
    var isHeldAlone = false;
    try {
      var rows = inTransaction(() -> keptAndRead(query));
      isHeldAlone = !areKept(rows);
      return new Ended(rows, table, query);
    } finally {
      if (!isHeldAlone) {
        oneAtATime.unlock();
      }
    }
  }

  /** When this thread has counted what it was told. */
  void letGo() {
    while (oneAtATime.isHeldByCurrentThread()) {
      oneAtATime.unlock();
    }
  }

  private boolean areKept(Map<Long, EndedDay> rows) {
    return rows.entrySet().stream()
        .allMatch(day -> day.getValue().size() == 0 || days.get(day.getKey()) == day.getValue());
  }

  /**
   * Reads what is not kept yet of a period in which nothing is asked for, so that nobody waits for
   * it. Nothing that is kept goes for it.
   */
  void readAhead(TimesQuery query) {
    oneAtATime.lock();
    try {
      inTransaction(
          () -> {
            keepUp();
            long first = firstDay(query);
            long end = endOfKept(query);
            while (first < end && days.containsKey(first)) {
              first++;
            }
            if (first < end && !isFull) {
              var read = read(first, end);
              read.keySet().removeAll(days.keySet());
              isFull = !keep(read);
            }
            return true;
          });
    } finally {
      oneAtATime.unlock();
    }
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }

  private TreeMap<Long, EndedDay> keptAndRead(TimesQuery query) {
    keepUp();
    long endOfKept = endOfKept(query);
    var asked = new TreeMap<Long, EndedDay>();
    long missing = firstDay(query);
    for (long day = missing; day < endOfKept; day++) {
      var known = days.get(day);
      if (known != null) {
        asked.putAll(load(missing, day));
        asked.put(day, known);
        missing = day + 1;
      }
    }
    asked.putAll(load(missing, endOfKept));
    asked.putAll(table.between(endOfKept, end(query)));
    return asked;
  }

  private static long firstDay(TimesQuery query) {
    return Math.max(0, Math.floorDiv(Ended.millis(query.from()), EndedTable.DAY));
  }

  /** The first day that does not belong to it. */
  private static long end(TimesQuery query) {
    return Math.floorDiv(Ended.millis(query.to()) - 1, EndedTable.DAY) + 1;
  }

  /** What is further in the future than any clock is wrong is not kept as days without anything. */
  private long endOfKept(TimesQuery query) {
    long dayAfterTomorrow = Math.floorDiv(clock.millis(), EndedTable.DAY) + 2;
    return Math.max(firstDay(query), Math.min(end(query), dayAfterTomorrow));
  }

  /** What is known to have changed is not asked for again: where it cannot be read, all goes. */
  private void keepUp() {
    var changes = changed.next();
    try {
      changes.ifPresentOrElse(this::takeOver, this::startAnew);
    } catch (RuntimeException e) {
      startAnew();
      throw e;
    }
  }

  /**
   * Reads them, from the first to before the other one, and keeps them. What has no room even alone
   * is not kept, and what is kept does not go for it.
   */
  private Map<Long, EndedDay> load(long first, long end) {
    var loaded = read(first, end);
    if (!keep(loaded) && size(loaded) <= most) {
      startAnew();
      keep(loaded);
    }
    return loaded;
  }

  private Map<Long, EndedDay> read(long first, long end) {
    var read = table.between(first, end);
    for (long day = first; day < end; day++) {
      read.putIfAbsent(day, EndedDay.NONE);
    }
    return read;
  }

  /** Whether there was room for them. */
  private boolean keep(Map<Long, EndedDay> more) {
    long all = size + size(more);
    if (all > most) {
      return false;
    }
    days.putAll(more);
    size = all;
    return true;
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
    size = size(days);
  }

  private static long size(Map<Long, EndedDay> days) {
    return days.values().stream().mapToLong(EndedDay::size).sum();
  }

  private void startAnew() {
    days.clear();
    size = 0;
    isFull = false;
  }
}
