package dev.candor.runtime.internal.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.runtime.internal.query.Candidates.Count;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one kind in memory, in the order of their keys. One thread writes; any number reads. The
 * components of the row's record are the names by which it is filtered and sorted.
 *
 * @param <K> the row's key
 * @param <T> the row: an immutable record
 */
public final class Table<K extends Comparable<K>, T extends Record> {

  private final ManySlots<K, T> slots = new ManySlots<>();
  private final Class<T> type;
  private final String keyName;
  private final Function<T, K> key;
  private final Map<String, Field<T>> fields = new LinkedHashMap<>();
  private final Map<String, Condition<T>> conditions = new LinkedHashMap<>();
  private final Indexes<K, T> indexes = new Indexes<>(slots);

  /**
   * @param keyName the component that is the row's key
   */
  public Table(Class<T> type, String keyName, Function<T, K> key) {
    this.type = type;
    this.keyName = keyName;
    this.key = key;
    for (Field<T> field : Field.of(type)) {
      fields.put(field.name(), field);
      conditions.put(field.name(), field);
    }
  }

  /** Names a filter property that is not a component of the row. */
  public Table<K, T> filteredBy(String name, Condition<T> condition) {
    conditions.put(name, condition);
    return this;
  }

  /** Names a filter property computed from the row. */
  public Table<K, T> filteredBy(
      String name, Class<?> type, Function<? super T, ? extends @Nullable Object> value) {
    return filteredBy(name, Field.computed(name, type, value));
  }

  /**
   * Keeps an index of a filter property, for searches that name its value.
   *
   * @param only the values worth it, none for all: what most rows have is found as fast without
   */
  public Table<K, T> indexedBy(String name, Enum<?>... only) {
    return indexedWhere(name, only, name);
  }

  /**
   * Keeps an index of a filter property of some rows, for searches for no others.
   *
   * @param state the property by which these rows are known
   * @param only the values it has there
   */
  public Table<K, T> indexedWhere(String state, Enum<?>[] only, String name) {
    indexes.add(name, new Index<>(field(name), part(state, only)));
    return this;
  }

  /**
   * Keeps some rows in the order of a component, for searches for no others that are sorted by it.
   *
   * @param state the property by which these rows are known
   * @param only the values it has there
   * @param name a component that every row has and that never changes
   */
  public Table<K, T> orderedWhere(String state, Enum<?>[] only, String name) {
    indexes.add(name, new Ordered<>(field(name), part(state, only), true));
    return this;
  }

  /** The same by a component that may change, or that not every row has. */
  public Table<K, T> reorderedWhere(String state, Enum<?>[] only, String name) {
    indexes.add(name, new Ordered<>(field(name), part(state, only), false));
    return this;
  }

  private Part<T> part(String name, Enum<?>[] only) {
    return new Part<>(
        field(name), Stream.of(only).map(Enum::name).collect(Collectors.toUnmodifiableSet()));
  }

  private Field<T> field(String name) {
    if (conditions.get(name) instanceof Field<T> field) {
      return field;
    }
    throw new IllegalArgumentException("no component or computed property " + name);
  }

  public void put(T row) {
    K at = key.apply(row);
    Slot<K, T> known = slots.get(at);
    Slot<K, T> slot = known == null ? new Slot<>(at, row) : known;
    T before = known == null ? null : known.row();
    indexes.replace(
        slot,
        before,
        row,
        () -> {
          slot.set(row);
          if (known == null) {
            slots.with(slot);
          }
        });
  }

  public void remove(K at) {
    Slot<K, T> slot = slots.get(at);
    if (slot != null) {
      indexes.replace(
          slot,
          slot.row(),
          null,
          () -> {
            slot.set(null);
            slots.without(slot);
          });
    }
  }

  /** Removes the rows whose indexed component has this value. */
  public void removeWhere(String name, Comparable<?> value) {
    where(name, value).map(key).toList().forEach(this::remove);
  }

  public void clear() {
    slots.clear();
    indexes.clear();
  }

  public Optional<T> get(K at) {
    Slot<K, T> slot = slots.get(at);
    return slot == null ? Optional.empty() : Optional.ofNullable(slot.row());
  }

  public int size() {
    return slots.size();
  }

  public Class<T> type() {
    return type;
  }

  /** All rows, in the order of their keys. */
  public Stream<T> rows() {
    return slots.rows();
  }

  /** The rows whose indexed component has this value. */
  public Stream<T> where(String name, Comparable<?> value) {
    return indexes.where(name, value);
  }

  /**
   * The rows of one page.
   *
   * @throws InvalidQuery if the search names what these rows do not have
   */
  public SearchResult<T> search(SearchRequest search) {
    return search(search, null);
  }

  /** The same, among these rows only (null: among all). */
  public SearchResult<T> search(SearchRequest search, @Nullable Stream<T> among) {
    Ordering<T> order = order(search);
    Paging<T> paging = Paging.of(search, order, this::find);
    Filter<T> filter = Filter.read(conditions, search.filter());
    if (among != null) {
      return sorted(among.filter(filter.test()), paging);
    }
    return indexes.whileNoneMoves(
        isStill -> {
          var candidates = candidates(filter, isStill);
          List<T> page = indexes.walk(search, filter, paging, candidates, isStill);
          return page == null
              ? sorted(candidates.rows().filter(filter.test()), paging)
              : result(candidates.count(filter), page, order);
        });
  }

  /** Looks at every row, counts it, and keeps those that the page needs. */
  private SearchResult<T> sorted(Stream<T> found, Paging<T> paging) {
    return found.collect(
        Collectors.teeing(
            Collectors.counting(),
            paging.collector(size()),
            (total, page) -> result(new Count(total, false), page, paging.order())));
  }

  private static <T> SearchResult<T> result(Count count, List<T> page, Ordering<T> order) {
    return new SearchResult<>(
        page,
        new SearchResult.Page(
            count.total(),
            count.isMore(),
            page.isEmpty() ? null : order.cursor(page.getFirst()),
            page.isEmpty() ? null : order.cursor(page.getLast())));
  }

  /**
   * All rows that a filter lets through.
   *
   * @throws InvalidQuery if it names what these rows do not have
   */
  public Stream<T> matching(JsonNode filter) {
    Filter<T> read = Filter.read(conditions, filter);
    return candidates(read, false).rows().filter(read.test());
  }

  private Ordering<T> order(SearchRequest search) {
    Ordering<T> order = new Ordering<>(key, keyType());
    for (SearchRequest.SortBy by : search.sort()) {
      Field<T> field = fields.get(by.field());
      if (field == null) {
        throw new InvalidQuery("unknown sort.field '" + by.field() + "'");
      }
      order.by(field, by.descending());
    }
    return order;
  }

  private FieldType keyType() {
    K first = slots.firstKey();
    return first == null ? FieldType.TEXT : FieldType.of(first.getClass());
  }

  /** As few rows as the key or an index can tell: the filter looks at each of them. */
  @SuppressWarnings("unchecked") // the operands for the key are keys
  private Candidates<K, T> candidates(Filter<T> filter, boolean isStill) {
    Set<Comparable<?>> keys = filter.oneOf().get(keyName);
    if (keys == null) {
      return indexes.candidates(filter, isStill);
    }
    List<Slot<K, T>> found =
        keys.stream().map(at -> slots.get((K) at)).filter(Objects::nonNull).toList();
    return new Candidates<>(() -> found, found.size(), false, false);
  }

  @SuppressWarnings("unchecked") // a cursor's last value is of the key's type
  private Optional<T> find(Comparable<?> at) {
    return get((K) at);
  }
}
