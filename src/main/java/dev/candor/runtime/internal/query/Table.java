package dev.candor.runtime.internal.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.Comparators;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
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
  private final Map<String, Index<K, T>> indexes = new LinkedHashMap<>();

  /**
   * @param keyName the component that is the row's key
   */
  public Table(Class<T> type, String keyName, Function<T, K> key) {
    this.type = type;
    this.keyName = keyName;
    this.key = key;
    for (RecordComponent component : type.getRecordComponents()) {
      if (!Map.class.isAssignableFrom(component.getType())
          && !component.isAnnotationPresent(NotSearched.class)) {
        Field<T> field = Field.of(component);
        fields.put(field.name(), field);
        conditions.put(field.name(), field);
      }
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
   * Keeps an index of a component, for searches that name its value.
   *
   * @param only the values worth it, none for all: what most rows have is found as fast without
   */
  public Table<K, T> indexedBy(String name, Enum<?>... only) {
    Field<T> field = fields.get(name);
    if (field == null) {
      throw new IllegalArgumentException("no component " + name);
    }
    var values = Stream.of(only).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    indexes.put(name, new Index<>(field, values));
    return this;
  }

  public void put(T row) {
    K at = key.apply(row);
    Slot<K, T> known = slots.get(at);
    Slot<K, T> slot = known == null ? new Slot<>(at, row) : known;
    T before = known == null ? null : known.row();
    slot.set(row);
    if (known == null) {
      slots.with(slot);
    }
    indexes.values().forEach(index -> index.replace(slot, before, row));
  }

  public void remove(K at) {
    Slot<K, T> slot = slots.get(at);
    if (slot != null) {
      T before = slot.row();
      slot.set(null);
      slots.without(slot);
      indexes.values().forEach(index -> index.replace(slot, before, null));
    }
  }

  /** Removes the rows whose indexed component has this value. */
  public void removeWhere(String name, Comparable<?> value) {
    where(name, value).map(key).toList().forEach(this::remove);
  }

  public void clear() {
    slots.clear();
    indexes.values().forEach(Index::clear);
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
    Index<K, T> index = indexes.get(name);
    if (index == null || !index.knows(Set.of(value))) {
      throw new IllegalArgumentException("no index on %s of %s".formatted(name, value));
    }
    return index.rows(Set.of(value)).filter(row -> index.field().values(row).contains(value));
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
    Stream<T> candidates = among == null ? rows() : among;
    if (search.filter() != null) {
      Filter<T> filter = Filter.read(conditions, search.filter());
      candidates = (among == null ? candidates(filter) : among).filter(filter.test());
    }
    var counted = new LongAdder();
    List<T> page = page(search, candidates.peek(row -> counted.increment()), order);
    return new SearchResult<>(
        page,
        new SearchResult.Page(
            counted.sum(),
            false,
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
    return candidates(read).filter(read.test());
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
  private Stream<T> candidates(Filter<T> filter) {
    Set<Comparable<?>> keys = filter.oneOf().get(keyName);
    if (keys != null) {
      return keys.stream().flatMap(at -> get((K) at).stream());
    }
    Stream<T> fewest = rows();
    int least = size();
    for (Map.Entry<String, Set<Comparable<?>>> known : filter.oneOf().entrySet()) {
      Index<K, T> index = indexes.get(known.getKey());
      if (index != null && index.knows(known.getValue())) {
        int size = index.size(known.getValue());
        if (size < least) {
          least = size;
          fewest = index.rows(known.getValue());
        }
      }
    }
    return fewest;
  }

  @SuppressWarnings("unchecked") // a cursor's last value is of the key's type
  private Optional<T> find(Comparable<?> at) {
    return get((K) at);
  }

  /** Looks at every row once, and keeps no more of them than the page needs. */
  private List<T> page(SearchRequest search, Stream<T> found, Ordering<T> order) {
    if (search.after() != null) {
      Function<T, Integer> place = order.relativeTo(search.after(), this::find);
      return found
          .filter(row -> place.apply(row) > 0)
          .collect(Comparators.least(search.limit(), order));
    }
    if (search.before() != null) {
      Function<T, Integer> place = order.relativeTo(search.before(), this::find);
      return found
          .filter(row -> place.apply(row) < 0)
          .collect(Comparators.greatest(search.limit(), order))
          .reversed();
    }
    int end = (int) Math.min(size(), (long) search.from() + search.limit());
    List<T> upToItsEnd = found.collect(Comparators.least(end, order));
    return upToItsEnd.subList(Math.min(search.from(), upToItsEnd.size()), upToItsEnd.size());
  }
}
