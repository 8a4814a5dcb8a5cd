package dev.candor.runtime.internal.query;

import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The rows that a filter has to look at.
 *
 * @param groups they are in; begins anew each time
 * @param size how many they are, at most
 * @param isAll whether they are exactly those whose values the filter's {@code oneOf} names
 */
record Candidates<K extends Comparable<K>, T>(
    Supplier<? extends Iterable<? extends Group<K, T>>> groups,
    int size,
    boolean inKeyOrder,
    boolean isAll) {

  /** Nobody pages through more, and to look at all of them would take longer than the page. */
  static final int MOST_COUNTED = 10_000;

  /**
   * How many were found.
   *
   * @param isMore whether there are more than that
   */
  record Count(long total, boolean isMore) {}

  Stream<T> rows() {
    return StreamSupport.stream(groups.get().spliterator(), false).flatMap(Group::rows);
  }

  /** Whether they are what the filter lets through, and it need not look at them. */
  boolean areFoundBy(Filter<T> filter) {
    return isAll && filter.isExact();
  }

  /** How many the filter lets through: all of them where that is known, else up to a limit. */
  Count count(Filter<T> filter) {
    if (areFoundBy(filter)) {
      return new Count(size, false);
    }
    var counting = new Counting<>(filter.test());
    for (Group<K, T> group : groups.get()) {
      if (!group.lookAt(counting)) {
        return new Count(MOST_COUNTED, true);
      }
    }
    return new Count(counting.found, false);
  }

  /** Goes on until there are more than are counted. */
  private static final class Counting<T> implements Predicate<T> {

    private final Predicate<T> wanted;
    private int found;

    private Counting(Predicate<T> wanted) {
      this.wanted = wanted;
    }

    @Override
    public boolean test(T row) {
      if (wanted.test(row)) {
        found++;
      }
      return found <= MOST_COUNTED;
    }
  }
}
