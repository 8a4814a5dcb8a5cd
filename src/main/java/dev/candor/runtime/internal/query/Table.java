package dev.candor.runtime.internal.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
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

  private final ConcurrentSkipListMap<K, T> rows = new ConcurrentSkipListMap<>();
  private final Function<T, K> key;
  private final Map<String, Field<T>> fields = new LinkedHashMap<>();
  private final Map<String, Condition<T>> conditions = new LinkedHashMap<>();
  private final Map<String, Index<K, T>> indexes = new LinkedHashMap<>();

  public Table(Class<T> type, Function<T, K> key) {
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

  /** Keeps an index of a component, for searches that name its value. */
  public Table<K, T> indexedBy(String name) {
    Field<T> field = fields.get(name);
    if (field == null) {
      throw new IllegalArgumentException("no component " + name);
    }
    indexes.put(name, new Index<>(field));
    return this;
  }

  public void put(T row) {
    K at = key.apply(row);
    T before = rows.put(at, row);
    indexes.values().forEach(index -> index.replace(at, before, row));
  }

  public void remove(K at) {
    T before = rows.remove(at);
    if (before != null) {
      indexes.values().forEach(index -> index.replace(at, before, null));
    }
  }

  public void clear() {
    rows.clear();
    indexes.values().forEach(Index::clear);
  }

  public Optional<T> get(K at) {
    return Optional.ofNullable(rows.get(at));
  }

  public int size() {
    return rows.size();
  }

  /** All rows, in the order of their keys. */
  public Stream<T> rows() {
    return rows.values().stream();
  }

  /** The rows whose indexed component has this value. */
  public Stream<T> where(String name, Comparable<?> value) {
    Index<K, T> index = indexes.get(name);
    if (index == null) {
      throw new IllegalArgumentException("no index on " + name);
    }
    return index.keys(Set.of(value)).stream()
        .flatMap(at -> get(at).stream())
        .filter(row -> index.field().values(row).contains(value));
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
    List<T> found = new ArrayList<>(candidates.toList());
    found.sort(order);
    List<T> page = page(search, found, order);
    return new SearchResult<>(
        page,
        new SearchResult.Page(
            found.size(),
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
    return rows.isEmpty() ? FieldType.TEXT : FieldType.of(rows.firstKey().getClass());
  }

  private Stream<T> candidates(Filter<T> filter) {
    Collection<K> fewest = null;
    for (Map.Entry<String, Set<Comparable<?>>> known : filter.oneOf().entrySet()) {
      Index<K, T> index = indexes.get(known.getKey());
      if (index != null) {
        Collection<K> keys = index.keys(known.getValue());
        fewest = fewest == null || keys.size() < fewest.size() ? keys : fewest;
      }
    }
    return fewest == null ? rows() : fewest.stream().flatMap(at -> get(at).stream());
  }

  @SuppressWarnings("unchecked") // a cursor's last value is of the key's type
  private Optional<T> find(Comparable<?> at) {
    return get((K) at);
  }

  private List<T> page(SearchRequest search, List<T> found, Ordering<T> order) {
    if (search.after() != null) {
      Function<T, Integer> place = order.relativeTo(search.after(), this::find);
      return found.stream().filter(row -> place.apply(row) > 0).limit(search.limit()).toList();
    }
    if (search.before() != null) {
      Function<T, Integer> place = order.relativeTo(search.before(), this::find);
      List<T> earlier = found.stream().filter(row -> place.apply(row) < 0).toList();
      return earlier.subList(Math.max(0, earlier.size() - search.limit()), earlier.size());
    }
    return found.stream().skip(search.from()).limit(search.limit()).toList();
  }
}
