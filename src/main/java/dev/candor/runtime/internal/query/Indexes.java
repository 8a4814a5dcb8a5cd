package dev.candor.runtime.internal.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that a table keeps beside its rows to find some of them, or their order, quickly. */
final class Indexes<K extends Comparable<K>, T> {

  /** From row to row in order takes as long as to look at so many others. */
  private static final int STEP = 8;

  /** A range with fewer than this part of the rows spares a search more than counting it takes. */
  private static final int WORTHWHILE = 4;

  private final ManySlots<K, T> all;
  private final Map<String, Index<K, T>> indexes = new LinkedHashMap<>();
  private final Map<String, Ordered<K, T>> ordered = new LinkedHashMap<>();
  private final List<Index<K, T>> kept = new ArrayList<>();

  /** Grows when a row begins to move in an order, and again when it is there: odd between them. */
  private volatile long moves;

  /**
   * @param all the rows of the table
   */
  Indexes(ManySlots<K, T> all) {
    this.all = all;
  }

  void add(String name, Index<K, T> index) {
    indexes.put(name, index);
    kept.add(index);
  }

  void add(String name, Ordered<K, T> order) {
    ordered.put(name, order);
    kept.add(order.index());
  }

  /**
   * Follows a row that comes, changes or goes.
   *
   * @param change what makes it so in the table
   */
  void replace(Slot<K, T> slot, @Nullable T before, @Nullable T after, Runnable change) {
    boolean isMove =
        after != null && ordered.values().stream().anyMatch(one -> one.isMovedBy(before, after));
    if (isMove) {
      moves++;
    }
    change.run();
    kept.forEach(index -> index.replace(slot, before, after));
    if (isMove) {
      moves++;
    }
  }

  void clear() {
    kept.forEach(Index::clear);
  }

  /**
   * Who goes through an order while a row moves in it may meet that row twice, or not at all: then
   * it is asked once more, without the orders in which rows move.
   *
   * @param ask is told whether it may use them
   */
  <R> R whileNoneMoves(Function<Boolean, R> ask) {
    long before = moves;
    if (before % 2 == 0) {
      R answer = ask.apply(true);
      if (moves == before) {
        return answer;
      }
    }
    return ask.apply(false);
  }

  /** The rows whose indexed component has this value. */
  Stream<T> where(String name, Comparable<?> value) {
    Index<K, T> index = indexes.get(name);
    if (index == null || !index.part().covers(Map.of(name, Set.of(value)))) {
      throw new IllegalArgumentException("no index on %s of %s".formatted(name, value));
    }
    return index.groupsOf(Set.of(value)).stream()
        .flatMap(Group::rows)
        .filter(row -> index.field().values(row).contains(value));
  }

  /** As few rows as can be told: a filter has to look at each of them. */
  Candidates<K, T> candidates(Filter<T> filter, boolean isStill) {
    var fewest =
        new Candidates<K, T>(() -> List.of(all), all.size(), true, filter.oneOf().isEmpty());
    for (Map.Entry<String, Set<Comparable<?>>> wanted : filter.oneOf().entrySet()) {
      Index<K, T> index = indexes.get(wanted.getKey());
      Set<Comparable<?>> values = wanted.getValue();
      if (index != null && index.part().covers(filter.oneOf())) {
        int size = index.size(values);
        if (size <= fewest.size()) {
          fewest =
              new Candidates<>(
                  () -> index.groupsOf(values), size, values.size() == 1, index.isExact(values));
        }
      }
    }
    for (Map.Entry<String, Range> wanted : filter.within().entrySet()) {
      Ordered<K, T> order = order(wanted.getKey(), filter, isStill);
      if (order != null) {
        Range within = wanted.getValue();
        int size = order.size(within, fewest.size() / WORTHWHILE);
        if (size < fewest.size() / WORTHWHILE) {
          fewest =
              new Candidates<>(() -> order.groups(within, false, null, false), size, false, false);
        }
      }
    }
    return fewest;
  }

  /** Goes through rows that are in order already; null when there are none, or it takes longer. */
  @Nullable List<T> walk(
      SearchRequest search,
      Filter<T> filter,
      Paging<T> paging,
      Candidates<K, T> candidates,
      boolean isStill) {
    if (search.sort().isEmpty()) {
      return candidates.inKeyOrder() && !paging.backwards()
          ? new Walk<K, T>(paging, filter.test(), false, Long.MAX_VALUE)
              .through(candidates.groups().get(), true)
          : null;
    }
    SearchRequest.SortBy by = search.sort().getFirst();
    Ordered<K, T> order = order(by.field(), filter, isStill);
    if (order == null) {
      return null;
    }
    int size = order.index().size();
    boolean isAll = candidates.areFoundBy(filter) && candidates.size() == size;
    Paging<T> way = isAll ? paging.fromNearerEnd(size) : paging;
    long most = Math.max(candidates.size() / STEP, Math.min(candidates.size(), way.end()));
    return new Walk<K, T>(way, filter.test(), isAll, most)
        .through(
            order.groups(
                filter.within().getOrDefault(by.field(), Range.ALL),
                by.descending(),
                way.place(),
                way.backwards()),
            search.sort().size() == 1);
  }

  private @Nullable Ordered<K, T> order(String name, Filter<T> filter, boolean isStill) {
    Ordered<K, T> order = ordered.get(name);
    return order != null
            && order.index().part().covers(filter.oneOf())
            && (isStill || order.isFixed())
        ? order
        : null;
  }
}
