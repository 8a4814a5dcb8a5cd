package dev.candor.runtime.internal.query;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A group of any size, or a whole table: leaves, each by the least key it may hold. A search looks
 * at a hundred thousand rows, and goes through arrays several times as fast as from node to node.
 */
final class ManySlots<K extends Comparable<K>, T> implements Group<K, T> {

  private final ConcurrentSkipListMap<K, FewSlots<K, T>> leaves = new ConcurrentSkipListMap<>();
  private volatile int size;

  ManySlots() {}

  ManySlots(FewSlots<K, T> first) {
    leaves.put(first.firstKey(), first);
    size = first.size();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Stream<Slot<K, T>> slots() {
    return leaves.values().stream().mapMulti(new Ascending<>());
  }

  @Override
  public boolean lookAt(Predicate<? super T> goOn) {
    K last = null;
    for (FewSlots<K, T> leaf : leaves.values()) {
      if (!leaf.lookBehind(last, goOn)) {
        return false;
      }
      last = later(last, leaf.lastKey());
    }
    return true;
  }

  @Override
  public ManySlots<K, T> with(Slot<K, T> slot) {
    var leaf = leaves.floorEntry(slot.key());
    if (leaf == null || isBehindFull(leaf.getValue(), slot)) {
      // What comes in order, as nearly everything does, fills one leaf after the other.
      leaves.put(slot.key(), FewSlots.of(slot));
      size++;
    } else if (leaf.getValue().get(slot.key()) == null) {
      insert(leaf, slot);
      size++;
    }
    return this;
  }

  @Override
  public @Nullable ManySlots<K, T> without(Slot<K, T> slot) {
    var leaf = leaves.floorEntry(slot.key());
    if (leaf != null && leaf.getValue().get(slot.key()) != null) {
      FewSlots<K, T> fewer = leaf.getValue().minus(slot);
      if (fewer == null) {
        leaves.remove(leaf.getKey());
      } else {
        leaves.put(leaf.getKey(), fewer);
      }
      size--;
    }
    return size == 0 ? null : this;
  }

  @Nullable Slot<K, T> get(K key) {
    var leaf = leaves.floorEntry(key);
    return leaf == null ? null : leaf.getValue().get(key);
  }

  @Nullable K firstKey() {
    var first = leaves.firstEntry();
    return first == null ? null : first.getValue().firstKey();
  }

  void clear() {
    leaves.clear();
    size = 0;
  }

  private static <K extends Comparable<K>, T> boolean isBehindFull(
      FewSlots<K, T> leaf, Slot<K, T> slot) {
    return leaf.isFull() && leaf.lastKey().compareTo(slot.key()) < 0;
  }

  /** A leaf that is full becomes two, the upper one first: a reader may see it twice, never not. */
  private void insert(Map.Entry<K, FewSlots<K, T>> at, Slot<K, T> slot) {
    FewSlots<K, T> leaf = at.getValue();
    if (!leaf.isFull()) {
      leaves.put(at.getKey(), leaf.plus(slot));
      return;
    }
    FewSlots<K, T> lower = leaf.lowerHalf();
    FewSlots<K, T> upper = leaf.upperHalf();
    boolean isAbove = upper.firstKey().compareTo(slot.key()) < 0;
    leaves.put(upper.firstKey(), isAbove ? upper.plus(slot) : upper);
    leaves.put(at.getKey(), isAbove ? lower : lower.plus(slot));
  }

  private static <K extends Comparable<K>> K later(@Nullable K one, K other) {
    return one == null || one.compareTo(other) < 0 ? other : one;
  }

  /** Passes on what is in the leaves, and nothing again when one was split under way. */
  private static final class Ascending<K extends Comparable<K>, T>
      implements BiConsumer<FewSlots<K, T>, Consumer<Slot<K, T>>> {

    private @Nullable K last;

    @Override
    public void accept(FewSlots<K, T> leaf, Consumer<Slot<K, T>> slots) {
      leaf.forEachBehind(last, slots);
      last = later(last, leaf.lastKey());
    }
  }
}
