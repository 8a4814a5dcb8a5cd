package dev.candor.runtime.internal.query;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rows have which value of one field.
 *
 * @param only when not empty: the values it knows, so that rows that nobody looks for by this field
 *     cost nothing
 */
record Index<K extends Comparable<K>, T>(
    Field<T> field, Set<String> only, Map<Comparable<?>, Group<K, T>> groups) {

  Index(Field<T> field, Set<String> only) {
    this(field, only, new ConcurrentHashMap<>());
  }

  /** Adds before it removes, so that a reader between the two still finds the row. */
  void replace(Slot<K, T> slot, @Nullable T before, @Nullable T after) {
    Collection<? extends Comparable<?>> now = after == null ? Set.of() : field.values(after);
    Collection<? extends Comparable<?>> then = before == null ? Set.of() : field.values(before);
    if (now.equals(then)) {
      return;
    }
    for (Comparable<?> value : now) {
      if (!then.contains(value) && knows(value)) {
        groups.merge(value, slot, (group, added) -> group.with(slot));
      }
    }
    for (Comparable<?> value : then) {
      if (!now.contains(value) && knows(value)) {
        groups.computeIfPresent(value, (any, group) -> group.without(slot));
      }
    }
  }

  /** Whether it can tell which rows have these values. */
  boolean knows(Set<Comparable<?>> values) {
    return values.stream().allMatch(this::knows);
  }

  private boolean knows(Comparable<?> value) {
    return only.isEmpty() || only.contains(value);
  }

  /** How many rows have one of these values, at most. */
  int size(Set<Comparable<?>> values) {
    return groups(values).mapToInt(Group::size).sum();
  }

  /** The rows with one of these values; a row that just changed may no longer have it. */
  Stream<T> rows(Set<Comparable<?>> values) {
    Stream<T> rows = groups(values).flatMap(Group::rows);
    return values.size() == 1 ? rows : rows.distinct();
  }

  void clear() {
    groups.clear();
  }

  private Stream<Group<K, T>> groups(Set<Comparable<?>> values) {
    return values.stream().<Group<K, T>>map(groups::get).filter(Objects::nonNull);
  }
}
