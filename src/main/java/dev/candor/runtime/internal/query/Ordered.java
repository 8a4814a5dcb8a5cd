package dev.candor.runtime.internal.query;

import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a part of the table in the order of a field that every row has and that never
 * changes: so who goes through it, while rows come and go, meets each one that stays once.
 */
final class Ordered<K extends Comparable<K>, T> {

  private final ConcurrentNavigableMap<Comparable<?>, Group<K, T>> groups =
      new ConcurrentSkipListMap<>(Operators::compare);

  private final Index<K, T> index;

  Ordered(Field<T> field, Part<T> part) {
    index = new Index<>(field, part, groups);
  }

  /** What keeps it up to date. */
  Index<K, T> index() {
    return index;
  }

  /**
   * All rows from a value on in the order of a search; rows with the same value by their keys.
   *
   * @param from null for the first or last
   * @param backwards against the order, the keys included
   */
  Stream<T> rows(boolean descending, @Nullable Comparable<?> from, boolean backwards) {
    var inOrder = descending == backwards ? groups : groups.descendingMap();
    return (from == null ? inOrder : inOrder.tailMap(from))
        .values().stream().flatMap(group -> backwards ? reversed(group.rows()) : group.rows());
  }

  private static <T> Stream<T> reversed(Stream<T> rows) {
    List<T> list = rows.toList();
    return list.reversed().stream();
  }
}
