package dev.candor.runtime.internal.query;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small group, or a leaf of a large one: an array in the order of the keys, never changed. */
final class FewSlots<K extends Comparable<K>, T> implements Group<K, T> {

  private static final int MOST = 64;

  private final Slot<K, T>[] sorted;

  private FewSlots(Slot<K, T>[] sorted) {
    this.sorted = sorted;
  }

  @SuppressWarnings("unchecked") // an array of a generic type cannot be made
  static <K extends Comparable<K>, T> FewSlots<K, T> of(Slot<K, T> slot) {
    return new FewSlots<>((Slot<K, T>[]) new Slot<?, ?>[] {slot});
  }

  @Override
  public int size() {
    return sorted.length;
  }

  @Override
  public Stream<Slot<K, T>> slots() {
    return Arrays.stream(sorted);
  }

  @Override
  public boolean lookAt(Predicate<? super T> goOn) {
    return lookBehind(null, goOn);
  }

  @Override
  public Group<K, T> with(Slot<K, T> slot) {
    return isFull() ? new ManySlots<>(this).with(slot) : plus(slot);
  }

  @Override
  public @Nullable Group<K, T> without(Slot<K, T> slot) {
    FewSlots<K, T> fewer = minus(slot);
    return fewer == null || fewer.sorted.length > 1 ? fewer : fewer.sorted[0];
  }

  boolean isFull() {
    return sorted.length >= MOST;
  }

  FewSlots<K, T> plus(Slot<K, T> slot) {
    int place = placeOf(slot.key());
    if (place >= 0) {
      return this;
    }
    int at = -place - 1;
    Slot<K, T>[] more = Arrays.copyOf(sorted, sorted.length + 1);
    System.arraycopy(sorted, at, more, at + 1, sorted.length - at);
    more[at] = slot;
    return new FewSlots<>(more);
  }

  /** Null when nothing is left. */
  @Nullable FewSlots<K, T> minus(Slot<K, T> slot) {
    int place = placeOf(slot.key());
    if (place < 0) {
      return this;
    }
    if (sorted.length == 1) {
      return null;
    }
    Slot<K, T>[] fewer = Arrays.copyOf(sorted, sorted.length - 1);
    System.arraycopy(sorted, place + 1, fewer, place, fewer.length - place);
    return new FewSlots<>(fewer);
  }

  FewSlots<K, T> lowerHalf() {
    return new FewSlots<>(Arrays.copyOf(sorted, sorted.length / 2));
  }

  FewSlots<K, T> upperHalf() {
    return new FewSlots<>(Arrays.copyOfRange(sorted, sorted.length / 2, sorted.length));
  }

  @Nullable Slot<K, T> get(K key) {
    int place = placeOf(key);
    return place < 0 ? null : sorted[place];
  }

  K firstKey() {
    return sorted[0].key();
  }

  K lastKey() {
    return sorted[sorted.length - 1].key();
  }

  /** Those with higher keys; null for all. */
  void forEachBehind(@Nullable K key, Consumer<Slot<K, T>> use) {
    for (int i = key == null ? 0 : behind(key); i < sorted.length; i++) {
      use.accept(sorted[i]);
    }
  }

  /** The same as {@link #lookAt}, at those with higher keys; null for all. */
  boolean lookBehind(@Nullable K key, Predicate<? super T> goOn) {
    for (int i = key == null ? 0 : behind(key); i < sorted.length; i++) {
      if (!sorted[i].lookAt(goOn)) {
        return false;
      }
    }
    return true;
  }

  private int behind(K key) {
    if (firstKey().compareTo(key) > 0) {
      return 0;
    }
    int place = placeOf(key);
    return place < 0 ? -place - 1 : place + 1;
  }

  private int placeOf(K key) {
    int low = 0;
    int high = sorted.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int sign = sorted[middle].key().compareTo(key);
      if (sign == 0) {
        return middle;
      }
      if (sign < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }
}
