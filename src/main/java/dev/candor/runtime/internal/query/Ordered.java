package dev.candor.runtime.internal.query;

import com.google.common.collect.Iterables;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a part of the table in the order of a field, those without a value last. Who goes
 * through it, while rows come and go, meets each one once that stays where it is.
 */
final class Ordered<K extends Comparable<K>, T> {

  /** What is kept in place of no value. */
  private enum Without {
    VALUE
  }

  private final ConcurrentNavigableMap<Comparable<?>, Group<K, T>> groups =
      new ConcurrentSkipListMap<>(Ordered::compare);

  private final Field<T> field;
  private final Index<K, T> index;
  private final boolean fixed;

  /**
   * @param fixed whether a row's value never changes
   */
  Ordered(Field<T> field, Part<T> part, boolean fixed) {
    this.field = field;
    this.fixed = fixed;
    index = new Index<>(field, part, row -> List.of(value(row)), groups);
  }

  /** What keeps it up to date. */
  Index<K, T> index() {
    return index;
  }

  boolean isFixed() {
    return fixed;
  }

  /** Whether a row that stays goes to another place. */
  boolean isMovedBy(@Nullable T before, T after) {
    return !fixed
        && before != null
        && index.part().has(before)
        && index.part().has(after)
        && !value(before).equals(value(after));
  }

  /**
   * The rows in the order of a search, by groups that share a value.
   *
   * @param within only those with a value there, unless it is everything
   * @param place from where on; null for the first or last
   * @param backwards against the order
   */
  Iterable<Group<K, T>> groups(
      Range within, boolean descending, Ordering.@Nullable Place place, boolean backwards) {
    boolean up = descending == backwards;
    Comparable<?> at = place == null ? null : place.first();
    boolean isWithout = place != null && at == null;
    List<Group<K, T>> without = without(within);
    if (isWithout && !backwards) {
      return without;
    }
    Range left = at == null ? within : within.and(up ? Range.from(at) : Range.upTo(at));
    Iterable<Group<K, T>> valued = valued(left, up);
    if (at != null && backwards) {
      return valued;
    }
    return backwards ? Iterables.concat(without, valued) : Iterables.concat(valued, without);
  }

  /** How many rows have a value there; no more is counted than {@code enough}. */
  int size(Range within, int enough) {
    int size = 0;
    for (Group<K, T> group : valued(within, true)) {
      size += group.size();
      if (size >= enough) {
        break;
      }
    }
    return size;
  }

  /** None of those that a range asks for. */
  private List<Group<K, T>> without(Range within) {
    Group<K, T> group = within.isAll() ? groups.get(Without.VALUE) : null;
    return group == null ? List.of() : List.of(group);
  }

  private Iterable<Group<K, T>> valued(Range within, boolean up) {
    if (within.isEmpty()) {
      return List.of();
    }
    boolean isOpen = within.most() == null;
    Comparable<?> most = isOpen ? Without.VALUE : within.most();
    var some =
        within.least() == null
            ? groups.headMap(most, !isOpen)
            : groups.subMap(within.least(), true, most, !isOpen);
    return (up ? some : some.descendingMap()).values();
  }

  private Comparable<?> value(T row) {
    return Objects.requireNonNullElse(field.first(row), Without.VALUE);
  }

  private static int compare(Comparable<?> left, Comparable<?> right) {
    return left == Without.VALUE || right == Without.VALUE
        ? Boolean.compare(left == Without.VALUE, right == Without.VALUE)
        : Operators.compare(left, right);
  }
}
