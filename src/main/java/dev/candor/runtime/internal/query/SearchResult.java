package dev.candor.runtime.internal.query;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of rows and how many there are in all. */
public record SearchResult<T>(List<T> items, Page page) {

  /** Where the page stands; the cursors lead to the rows before and after it. */
  public record Page(
      long totalItems,
      boolean hasMoreTotalItems,
      @Nullable String startCursor,
      @Nullable String endCursor) {}

  /** The same page with its rows shown differently. */
  public <R> SearchResult<R> map(Function<? super T, ? extends R> show) {
    return new SearchResult<>(items.stream().<R>map(show).toList(), page);
  }
}
