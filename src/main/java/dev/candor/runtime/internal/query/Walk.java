package dev.candor.runtime.internal.query;

import com.google.common.collect.Comparators;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes a page from groups of rows that come in its order, until it is full. */
final class Walk<K extends Comparable<K>, T> {

  private final Paging<T> paging;
  private final Predicate<T> wanted;
  private final boolean isAll;
  private final List<T> taken = new ArrayList<>();
  private long patience;
  private long toSkip;
  private boolean isTooLong;

  /**
   * @param wanted which rows count
   * @param isAll whether that is every row, so that none before the page needs a look
   * @param patience how many rows it looks at, at most
   */
  Walk(Paging<T> paging, Predicate<T> wanted, boolean isAll, long patience) {
    this.paging = paging;
    this.wanted = wanted;
    this.isAll = isAll && paging.place() == null;
    this.patience = patience;
    toSkip = paging.from();
  }

  /**
   * The page; null when it is not full after so many rows.
   *
   * @param isInOrder whether the rows of a group are in order too, by their keys
   */
  @Nullable List<T> through(Iterable<? extends Group<K, T>> groups, boolean isInOrder) {
    for (Group<K, T> group : groups) {
      if (isAll && group.size() <= toSkip) {
        toSkip -= group.size();
      } else if (!(isInOrder || group.size() == 1 ? takeFrom(group) : takeSorted(group))) {
        break;
      }
    }
    if (isTooLong) {
      return null;
    }
    return paging.backwards() ? taken.reversed() : taken;
  }

  private boolean takeFrom(Group<K, T> group) {
    return paging.backwards() && group.size() > 1
        ? takeAll(group.rows().toList().reversed())
        : group.lookAt(this::take);
  }

  private boolean takeSorted(Group<K, T> group) {
    if (group.size() > patience) {
      isTooLong = true;
      return false;
    }
    int most = (int) Math.min(group.size(), toSkip + paging.limit() - taken.size());
    var order = paging.backwards() ? paging.order().reversed() : paging.order();
    List<T> sorted =
        group
            .rows()
            .filter(wanted)
            .filter(paging::isBeyondCursor)
            .collect(Comparators.least(most, order));
    patience -= group.size() - sorted.size();
    return takeAll(sorted);
  }

  private boolean takeAll(List<T> rows) {
    for (T row : rows) {
      if (!take(row)) {
        return false;
      }
    }
    return true;
  }

  private boolean take(T row) {
    if (patience-- <= 0) {
      isTooLong = true;
      return false;
    }
    if (wanted.test(row) && paging.isBeyondCursor(row)) {
      if (toSkip > 0) {
        toSkip--;
      } else {
        taken.add(row);
      }
    }
    return taken.size() < paging.limit();
  }
}
