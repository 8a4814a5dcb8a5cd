package dev.candor.runtime.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many rows a search looks at for a page of ten among forty thousand. */
class TableLooksTests {

  private static final int ROWS = 40_000;

  private static final AtomicInteger LOOKS = new AtomicInteger();

  private enum State {
    OPEN,
    CLAIMED,
    DONE;

    static final State[] GOING_ON = {OPEN, CLAIMED};
  }

  private record Task(Key key, State state, List<String> groups, int born, int due, int weight) {

    /** Every filter here asks for it. */
    @Override
    public State state() {
      LOOKS.incrementAndGet();
      return state;
    }
  }

  private final Table<Key, Task> tasks =
      new Table<>(Task.class, "key", Task::key)
          .filteredBy("group", String.class, Task::groups)
          .indexedBy("state", State.GOING_ON)
          .indexedWhere("state", State.GOING_ON, "group")
          .orderedWhere("state", State.GOING_ON, "born")
          .reorderedWhere("state", State.GOING_ON, "due")
          .reorderedWhere("state", State.GOING_ON, "weight");

  @ParameterizedTest(name = "{0} {1} from {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        // What is in the order asked for: only the page, however far behind.
        "{\"state\":\"OPEN\"}|[{\"field\":\"born\"}]|0|20",
        "{\"state\":\"OPEN\"}|[{\"field\":\"due\",\"order\":\"DESC\"}]|0|20",
        "{\"state\":\"OPEN\"}|[{\"field\":\"due\"}]|36000|20",
        "{\"state\":{\"$in\":[\"OPEN\",\"CLAIMED\"]}}|[{\"field\":\"born\"}]|0|20",
        // Those of one weight have to be sorted.
        "{\"state\":\"OPEN\"}|[{\"field\":\"weight\"},{\"field\":\"born\"}]|0|500",
        // What nothing knows the number of is counted, up to ten thousand.
        "{\"state\":\"OPEN\",\"group\":\"all\"}|[{\"field\":\"due\"}]|0|10100",
        "{\"state\":\"OPEN\",\"born\":{\"$lt\":30000}}|[{\"field\":\"born\",\"order\":\"DESC\"}]|0|10100",
        "{\"state\":\"OPEN\",\"due\":{\"$gt\":39900}}|[{\"field\":\"born\"}]|0|300",
      })
  void shouldLookAtFewRows(String filter, String sort, int from, int most)
      throws JsonProcessingException {
    // given
    for (int i = 0; i < ROWS; i++) {
      tasks.put(new Task(new Key(i + 1), State.OPEN, List.of("all"), i, i * 7919 % ROWS, i % 100));
    }
    String search =
        "{\"filter\":%s,\"sort\":%s,\"page\":{\"from\":%d,\"limit\":10}}"
            .formatted(filter, sort, from);
    LOOKS.set(0);

    // when
    var found = tasks.search(SearchRequest.read(new ObjectMapper().readTree(search)));

    // then
    assertThat(found.items()).hasSize(10);
    assertThat(LOOKS.get()).isBetween(1, most);
  }
}
