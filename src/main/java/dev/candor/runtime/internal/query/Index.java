package dev.candor.runtime.internal.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which rows of a part of the table have which value of one field. */
final class Index<K extends Comparable<K>, T> {

  private final Field<T> field;
  private final Part<T> part;
  private final Function<T, Collection<? extends Comparable<?>>> values;
  private final Map<Comparable<?>, Group<K, T>> groups;

  /** Held while a row goes from group to group, and by who reads several groups. */
  private final ReentrantLock moving = new ReentrantLock();

  /** Whether a row was in more than one group. */
  private volatile boolean inSeveral;

  private volatile int rows;

  Index(Field<T> field, Part<T> part) {
    this(field, part, field::values, new ConcurrentHashMap<>());
  }

  /**
   * @param values under which a row is kept
   * @param groups where it keeps them, for who needs them in some order
   */
  Index(
      Field<T> field,
      Part<T> part,
      Function<T, Collection<? extends Comparable<?>>> values,
      Map<Comparable<?>, Group<K, T>> groups) {
    this.field = field;
    this.part = part;
    this.values = values;
    this.groups = groups;
  }

  Field<T> field() {
    return field;
  }

  Part<T> part() {
    return part;
  }

  /** Adds before it removes, so that a reader between the two still finds the row. */
  void replace(Slot<K, T> slot, @Nullable T before, @Nullable T after) {
    Collection<? extends Comparable<?>> now = values(after);
    Collection<? extends Comparable<?>> then = values(before);
    if (now.equals(then)) {
      return;
    }
    moving.lock();
    try {
      inSeveral |= now.size() > 1;
      rows += Boolean.compare(then.isEmpty(), now.isEmpty());
      for (Comparable<?> value : now) {
        if (!then.contains(value)) {
          groups.merge(value, slot, (group, added) -> group.with(slot));
        }
      }
      for (Comparable<?> value : then) {
        if (!now.contains(value)) {
          groups.computeIfPresent(value, (any, group) -> group.without(slot));
        }
      }
    } finally {
      moving.unlock();
    }
  }

  private Collection<? extends Comparable<?>> values(@Nullable T row) {
    return row == null || !part.has(row) ? List.of() : List.copyOf(values.apply(row));
  }

  /** How many rows are in it, whatever their values. */
  int size() {
    return rows;
  }

  /** How many rows have one of these values, at most. */
  int size(Set<Comparable<?>> values) {
    return groups(values).mapToInt(Group::size).sum();
  }

  /** Whether {@link #size} of these values counts no row twice. */
  boolean isExact(Set<Comparable<?>> values) {
    return values.size() == 1 || !inSeveral;
  }

  /**
   * The rows with one of these values; a row that just changed may no longer have it. One group is
   * read as it is: who stays in it is found. Who goes from one wanted group to another stays, too,
   * so several are those of one moment, and each slot once.
   */
  Collection<? extends Group<K, T>> groupsOf(Set<Comparable<?>> values) {
    return values.size() == 1 ? groups(values).toList() : slots(values);
  }

  private Collection<Slot<K, T>> slots(Set<Comparable<?>> values) {
    List<Slot<K, T>> found = new ArrayList<>();
    moving.lock();
    try {
      groups(values).flatMap(Group::slots).forEach(found::add);
    } finally {
      moving.unlock();
    }
    return inSeveral ? withoutRepeats(found) : found;
  }

  /** Each group is in order already, and to sort what is nearly sorted is quicker than to hash. */
  private static <K extends Comparable<K>, T> List<Slot<K, T>> withoutRepeats(
      List<Slot<K, T>> slots) {
    slots.sort(Comparator.comparing(Slot::key));
    List<Slot<K, T>> once = new ArrayList<>(slots.size());
    Slot<K, T> last = null;
    for (Slot<K, T> slot : slots) {
      if (slot != last) {
        once.add(slot);
        last = slot;
      }
    }
    return once;
  }

  void clear() {
    groups.clear();
    rows = 0;
  }

  private Stream<Group<K, T>> groups(Set<Comparable<?>> values) {
    return values.stream().<Group<K, T>>map(groups::get).filter(Objects::nonNull);
  }
}
