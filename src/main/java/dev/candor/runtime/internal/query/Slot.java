package dev.candor.runtime.internal.query;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The place of a row in its table and in the table's indexes: a row that changes, changes only
 * here. By itself it is a group of one.
 */
final class Slot<K extends Comparable<K>, T> implements Group<K, T> {

  private final K key;
  private volatile @Nullable T row;

  Slot(K key, T row) {
    this.key = key;
    this.row = row;
  }

  K key() {
    return key;
  }

  /** Null once the row is removed. */
  @Nullable T row() {
    return row;
  }

  void set(@Nullable T row) {
    this.row = row;
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public Stream<Slot<K, T>> slots() {
    return Stream.of(this);
  }

  @Override
  public boolean lookAt(Predicate<? super T> goOn) {
    T now = row;
    return now == null || goOn.test(now);
  }

  @Override
  public Group<K, T> with(Slot<K, T> other) {
    return other == this ? this : FewSlots.of(this).plus(other);
  }

  @Override
  public @Nullable Group<K, T> without(Slot<K, T> other) {
    return other == this ? null : this;
  }
}
