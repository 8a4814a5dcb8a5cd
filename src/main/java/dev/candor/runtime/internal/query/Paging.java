package dev.candor.runtime.internal.query;

import com.google.common.collect.Comparators;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are on a page: some from a place in an order on, or just before it.
 *
 * @param place of the cursor; null without one
 */
record Paging<T>(
    Ordering<T> order, Ordering.@Nullable Place place, boolean backwards, int from, int limit) {

  /**
   * @param find finds a row by its key
   */
  static <T> Paging<T> of(
      SearchRequest search, Ordering<T> order, Function<Comparable<?>, Optional<T>> find) {
    String cursor = search.before() == null ? search.after() : search.before();
    return new Paging<>(
        order,
        cursor == null ? null : order.place(cursor, find),
        search.before() != null,
        search.from(),
        search.limit());
  }

  /** Keeps no more rows than the page needs, whatever order they come in. */
  Collector<T, ?, List<T>> collector(int most) {
    int end = (int) Math.min(most, end());
    Collector<T, ?, List<T>> page =
        backwards
            ? Collectors.collectingAndThen(Comparators.greatest(end, order), List::reversed)
            : Collectors.collectingAndThen(Comparators.least(end, order), this::withoutThoseBefore);
    return Collectors.filtering(this::isBeyondCursor, page);
  }

  /** How many rows there are up to the page's end. */
  long end() {
    return (long) from + limit;
  }

  /**
   * The same page, from the end where that is nearer.
   *
   * @param all how many rows there are in all
   */
  Paging<T> fromNearerEnd(int all) {
    return place != null || from <= all / 2 || from >= all
        ? this
        : new Paging<>(
            order, null, true, (int) Math.max(0, all - end()), Math.min(limit, all - from));
  }

  private List<T> withoutThoseBefore(List<T> upToTheEnd) {
    return upToTheEnd.subList(Math.min(from, upToTheEnd.size()), upToTheEnd.size());
  }

  boolean isBeyondCursor(T row) {
    if (place == null) {
      return true;
    }
    int sign = order.compare(row, place);
    return backwards ? sign < 0 : sign > 0;
  }
}
