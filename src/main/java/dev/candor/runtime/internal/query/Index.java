package dev.candor.runtime.internal.query;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/** Which rows have which value of one field. */
record Index<K extends Comparable<K>, T>(
    Field<T> field, Map<Comparable<?>, ConcurrentSkipListSet<K>> keysByValue) {

  Index(Field<T> field) {
    this(field, new ConcurrentHashMap<>());
  }

  /** Adds before it removes, so that a reader between the two still finds the row. */
  void replace(K key, @Nullable T before, @Nullable T after) {
    Collection<? extends Comparable<?>> now = after == null ? Set.of() : field.values(after);
    Collection<? extends Comparable<?>> then = before == null ? Set.of() : field.values(before);
    for (Comparable<?> value : now) {
      if (!then.contains(value)) {
        keysByValue.computeIfAbsent(value, any -> new ConcurrentSkipListSet<>()).add(key);
      }
    }
    for (Comparable<?> value : then) {
      if (!now.contains(value)) {
        keysByValue.computeIfPresent(
            value,
            (any, keys) -> {
              keys.remove(key);
              return keys.isEmpty() ? null : keys;
            });
      }
    }
  }

  Collection<K> keys(Set<Comparable<?>> values) {
    if (values.size() == 1) {
      ConcurrentSkipListSet<K> keys = keysByValue.get(values.iterator().next());
      return keys == null ? List.of() : keys;
    }
    return values.stream()
        .map(keysByValue::get)
        .filter(keys -> keys != null)
        .flatMap(Set::stream)
        .distinct()
        .toList();
  }

  void clear() {
    keysByValue.clear();
  }
}
