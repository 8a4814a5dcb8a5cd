package dev.candor.runtime.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** A table with all it has to be quick answers as one that looks at every row and sorts them. */
class TableProperties {

  private enum State {
    OPEN,
    CLAIMED,
    DONE;

    static final State[] GOING_ON = {OPEN, CLAIMED};
  }

  private record Task(Key key, State state, List<String> groups, int born, @Nullable Integer due) {}

  /** Puts a task, or removes it. */
  private record Change(Task task, boolean removes) {}

  /** A filter as a search has it, and what it means. */
  private record Wanted(String json, Predicate<Task> test) {}

  private record Order(String json, Comparator<Task> comparator) {}

  private final Table<Key, Task> table =
      new Table<>(Task.class, "key", Task::key)
          .filteredBy("group", String.class, Task::groups)
          .indexedBy("state", State.GOING_ON)
          .indexedWhere("state", State.GOING_ON, "group")
          .orderedWhere("state", State.GOING_ON, "born")
          .reorderedWhere("state", State.GOING_ON, "due");

  private final NavigableMap<Key, Task> naive = new TreeMap<>();

  @Property(tries = 300)
  void shouldAnswerAsOneWithoutIndexes(
      @ForAll("changes") List<Change> changes,
      @ForAll("filters") Wanted filter,
      @ForAll("orders") Order order,
      @ForAll("sizes") int limit) {
    apply(changes);
    List<Task> all = naive.values().stream().filter(filter.test).sorted(order.comparator).toList();

    List<Task> forwards = new ArrayList<>();
    String place = "\"from\":0";
    SearchResult<Task> last = null;
    for (SearchResult<Task> page = search(filter, order, place, limit);
        !page.items().isEmpty();
        page = search(filter, order, place, limit)) {
      assertThat(page.page().totalItems()).isEqualTo(all.size());
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      forwards.addAll(page.items());
      place = "\"after\":\"" + page.page().endCursor() + "\"";
      last = page;
    }
    assertThat(forwards).isEqualTo(all);

    if (last != null) {
      List<Task> backwards = new ArrayList<>(last.items());
      for (SearchResult<Task> page = last; !page.items().isEmpty(); ) {
        page = search(filter, order, "\"before\":\"" + page.page().startCursor() + "\"", limit);
        backwards.addAll(0, page.items());
      }
      assertThat(backwards).isEqualTo(all);
    }
    int half = all.size() / 2;
    assertThat(search(filter, order, "\"from\":" + half, limit).items())
        .isEqualTo(all.subList(half, Math.min(all.size(), half + limit)));
    assertThat(table.rows()).containsExactlyElementsOf(naive.values());
  }

  private void apply(List<Change> changes) {
    for (Change change : changes) {
      Key key = change.task.key;
      if (change.removes) {
        table.remove(key);
        naive.remove(key);
      } else {
        Task before = naive.get(key);
        int born = before == null ? change.task.born : before.born;
        Task task = new Task(key, change.task.state, change.task.groups, born, change.task.due);
        table.put(task);
        naive.put(key, task);
      }
      assertThat(table.size()).isEqualTo(naive.size());
      assertThat(table.get(key).orElse(null)).isEqualTo(naive.get(key));
    }
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 400),
            Arbitraries.of(State.values()),
            Arbitraries.of("a", "b", "c").list().uniqueElements().ofMaxSize(3),
            Arbitraries.integers().between(1, 60),
            Arbitraries.integers().between(1, 20).injectNull(0.2),
            Arbitraries.integers().between(0, 4))
        .as(
            (key, state, groups, born, due, die) ->
                new Change(new Task(new Key(key), state, groups, born, due), die == 0))
        .list()
        .ofMaxSize(600);
  }

  @Provide
  Arbitrary<Wanted> filters() {
    return Arbitraries.of(
        new Wanted("{}", task -> true),
        new Wanted("{\"state\":\"OPEN\"}", task -> task.state == State.OPEN),
        new Wanted("{\"state\":\"DONE\"}", task -> task.state == State.DONE),
        new Wanted(
            "{\"state\":{\"$in\":[\"OPEN\",\"CLAIMED\"]}}", task -> task.state != State.DONE),
        new Wanted("{\"state\":{\"$neq\":\"DONE\"}}", task -> task.state != State.DONE),
        new Wanted("{\"group\":\"a\"}", task -> task.groups.contains("a")),
        new Wanted(
            "{\"state\":\"OPEN\",\"group\":\"a\"}",
            task -> task.state == State.OPEN && task.groups.contains("a")),
        new Wanted(
            "{\"state\":\"CLAIMED\",\"group\":{\"$in\":[\"a\",\"b\"]}}",
            task ->
                task.state == State.CLAIMED
                    && (task.groups.contains("a") || task.groups.contains("b"))),
        new Wanted(
            "{\"state\":\"OPEN\",\"$or\":[{\"group\":\"a\"},{\"born\":7}]}",
            task -> task.state == State.OPEN && (task.groups.contains("a") || task.born == 7)),
        new Wanted(
            "{\"state\":\"OPEN\",\"born\":{\"$gt\":30}}",
            task -> task.state == State.OPEN && task.born > 30),
        new Wanted(
            "{\"state\":\"OPEN\",\"born\":{\"$gte\":20,\"$lt\":25},\"group\":\"a\"}",
            task ->
                task.state == State.OPEN
                    && task.born >= 20
                    && task.born < 25
                    && task.groups.contains("a")),
        new Wanted(
            "{\"state\":\"OPEN\",\"due\":{\"$lte\":5}}",
            task -> task.state == State.OPEN && task.due != null && task.due <= 5),
        new Wanted("{\"state\":\"OPEN\",\"due\":{\"$gt\":9,\"$lt\":8}}", task -> false),
        new Wanted(
            "{\"state\":{\"$in\":[\"OPEN\",\"CLAIMED\"]},\"due\":{\"$exists\":false}}",
            task -> task.state != State.DONE && task.due == null));
  }

  @Provide
  Arbitrary<Order> orders() {
    Comparator<Task> byKey = Comparator.comparing(Task::key);
    Comparator<Task> byBirth = Comparator.comparing(Task::born);
    Comparator<Task> byDue =
        Comparator.comparing(Task::due, Comparator.nullsLast(Comparator.naturalOrder()));
    Comparator<Task> byLatest =
        Comparator.comparing(Task::due, Comparator.nullsLast(Comparator.reverseOrder()));
    Comparator<Task> byState = Comparator.comparing(task -> task.state.name());
    return Arbitraries.of(
        new Order("[]", byKey),
        new Order("[{\"field\":\"born\"}]", byBirth.thenComparing(byKey)),
        new Order(
            "[{\"field\":\"born\",\"order\":\"DESC\"}]", byBirth.reversed().thenComparing(byKey)),
        new Order("[{\"field\":\"due\"}]", byDue.thenComparing(byKey)),
        new Order("[{\"field\":\"due\",\"order\":\"DESC\"}]", byLatest.thenComparing(byKey)),
        new Order(
            "[{\"field\":\"due\",\"order\":\"DESC\"},{\"field\":\"born\"}]",
            byLatest.thenComparing(byBirth).thenComparing(byKey)),
        new Order(
            "[{\"field\":\"state\"},{\"field\":\"born\"}]",
            byState.thenComparing(byBirth).thenComparing(byKey)));
  }

  @Provide
  Arbitrary<Integer> sizes() {
    return Arbitraries.of(7, 50, 10_000);
  }

  private SearchResult<Task> search(Wanted filter, Order order, String place, int limit) {
    String body =
        "{\"filter\":%s,\"sort\":%s,\"page\":{%s,\"limit\":%d}}"
            .formatted(filter.json, order.json, place, limit);
    try {
      return table.search(SearchRequest.read(new ObjectMapper().readTree(body)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
