package dev.candor.runtime.internal.query;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows that have one value in common, in the order of their keys. Most groups are those of one
 * process instance and small, so there are three kinds. One thread writes, any number reads: a
 * reader sees every slot once that is there all the while.
 */
sealed interface Group<K extends Comparable<K>, T> permits Slot, FewSlots, ManySlots {

  int size();

  Stream<Slot<K, T>> slots();

  /** What is in the slots now. */
  default Stream<T> rows() {
    return slots().<T>map(Slot::row).filter(Objects::nonNull);
  }

  /**
   * Looks at what is in the slots now, for as long as it is told to go on.
   *
   * @return whether it got to the end
   */
  boolean lookAt(Predicate<? super T> goOn);

  /** The group with this one too; may be the same object. */
  Group<K, T> with(Slot<K, T> slot);

  /** The group without this one, null when nothing is left; may be the same object. */
  @Nullable Group<K, T> without(Slot<K, T> slot);
}
