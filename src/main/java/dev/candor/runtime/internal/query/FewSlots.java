package dev.candor.runtime.internal.query;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small group: an array that is never changed. */
record FewSlots<K extends Comparable<K>, T>(Object[] slots) implements Group<K, T> {

  private static final int MOST = 64;

  @Override
  public int size() {
    return slots.length;
  }

  @Override
  public Stream<T> rows() {
    return Arrays.stream(slots).<T>mapMulti((slot, rows) -> pass(slot(slot).row(), rows::accept));
  }

  @Override
  public Group<K, T> with(Slot<K, T> slot) {
    int place = placeOf(slot);
    if (place >= 0) {
      return this;
    }
    if (slots.length == MOST) {
      var many = new ManySlots<K, T>();
      for (Object one : slots) {
        many.with(slot(one));
      }
      return many.with(slot);
    }
    int at = -place - 1;
    Object[] more = Arrays.copyOf(slots, slots.length + 1);
    System.arraycopy(slots, at, more, at + 1, slots.length - at);
    more[at] = slot;
    return new FewSlots<>(more);
  }

  @Override
  public @Nullable Group<K, T> without(Slot<K, T> slot) {
    int place = placeOf(slot);
    if (place < 0) {
      return this;
    }
    if (slots.length == 1) {
      return null;
    }
    Object[] fewer = Arrays.copyOf(slots, slots.length - 1);
    System.arraycopy(slots, place + 1, fewer, place, fewer.length - place);
    return fewer.length == 1 ? slot(fewer[0]) : new FewSlots<>(fewer);
  }

  private int placeOf(Slot<K, T> slot) {
    return Arrays.binarySearch(
        slots, slot, (left, right) -> slot(left).key().compareTo(slot(right).key()));
  }

  private static <T> void pass(@Nullable T row, java.util.function.Consumer<T> rows) {
    if (row != null) {
      rows.accept(row);
    }
  }

  @SuppressWarnings("unchecked") // an array of a generic type cannot be made
  private Slot<K, T> slot(Object slot) {
    return (Slot<K, T>) slot;
  }
}
