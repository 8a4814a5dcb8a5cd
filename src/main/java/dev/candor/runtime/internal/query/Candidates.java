package dev.candor.runtime.internal.query;

import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The rows that a filter has to look at.
 *
 * @param rows begins anew each time
 * @param size how many they are, at most
 * @param isAll whether they are exactly those whose values the filter's {@code oneOf} names
 */
record Candidates<T>(Supplier<Stream<T>> rows, int size, boolean inKeyOrder, boolean isAll) {

  /** How many the filter lets through; known where it asks for nothing else. */
  long count(Filter<T> filter) {
    return isAll && filter.isExact() ? size : rows.get().filter(filter.test()).count();
  }
}
