package dev.candor.runtime.internal.query;

import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A group of any size, or a whole table. */
final class ManySlots<K extends Comparable<K>, T> implements Group<K, T> {

  private final ConcurrentSkipListMap<K, Slot<K, T>> slots = new ConcurrentSkipListMap<>();
  private volatile int size;

  @Override
  public int size() {
    return size;
  }

  @Override
  public Stream<T> rows() {
    return slots.values().stream().map(Slot::row).filter(Objects::nonNull);
  }

  @Override
  public ManySlots<K, T> with(Slot<K, T> slot) {
    if (slots.put(slot.key(), slot) == null) {
      size++;
    }
    return this;
  }

  @Override
  public @Nullable ManySlots<K, T> without(Slot<K, T> slot) {
    if (slots.remove(slot.key()) != null) {
      size--;
    }
    return size == 0 ? null : this;
  }

  @Nullable Slot<K, T> get(K key) {
    return slots.get(key);
  }

  @Nullable K firstKey() {
    var first = slots.firstEntry();
    return first == null ? null : first.getKey();
  }

  void clear() {
    slots.clear();
    size = 0;
  }
}
