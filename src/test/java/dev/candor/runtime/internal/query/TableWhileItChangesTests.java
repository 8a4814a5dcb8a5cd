package dev.candor.runtime.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches while one thread writes: who stays is found, once, whatever goes on around it. */
class TableWhileItChangesTests {

  /** Every third task stays; the others come and go. */
  private static final int KEYS = 1_500;

  private static final Duration LONG_ENOUGH = Duration.ofMillis(400);

  private enum State {
    OPEN,
    CLAIMED,
    DONE;

    static final State[] GOING_ON = {OPEN, CLAIMED};
  }

  private record Task(Key key, State state, List<String> groups, long born, int due) {}

  private final Table<Key, Task> tasks =
      new Table<>(Task.class, "key", Task::key)
          .filteredBy("group", String.class, Task::groups)
          .indexedBy("state", State.GOING_ON)
          .indexedWhere("state", State.GOING_ON, "group")
          .orderedWhere("state", State.GOING_ON, "born")
          .reorderedWhere("state", State.GOING_ON, "due");

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|[]",
        "{\"state\":{\"$in\":[\"OPEN\",\"CLAIMED\"]}}|[]",
        "{\"state\":{\"$in\":[\"OPEN\",\"CLAIMED\"]}}|[{\"field\":\"born\"}]",
        "{\"state\":{\"$in\":[\"OPEN\",\"CLAIMED\"]}}|[{\"field\":\"born\",\"order\":\"DESC\"}]",
        "{\"state\":{\"$in\":[\"OPEN\",\"CLAIMED\"]}}|[{\"field\":\"due\"}]",
        "{\"state\":{\"$in\":[\"OPEN\",\"CLAIMED\"]},\"due\":{\"$gt\":-1}}|[{\"field\":\"due\",\"order\":\"DESC\"}]",
        "{\"state\":{\"$in\":[\"OPEN\",\"CLAIMED\"]},\"group\":{\"$in\":[\"a\",\"b\"]}}|[]",
        "{\"state\":{\"$in\":[\"OPEN\",\"CLAIMED\"]},\"group\":\"all\"}|[{\"field\":\"born\"}]",
      })
  void shouldFindOnceWhoStays(String filter, String sort) throws Exception {
    // given
    for (long key = 1; key <= KEYS; key++) {
      tasks.put(new Task(new Key(key), State.OPEN, List.of("a", "all"), born(key), 0));
    }
    SearchRequest search =
        SearchRequest.read(
            new ObjectMapper()
                .readTree(
                    "{\"filter\":%s,\"sort\":%s,\"page\":{\"limit\":10000}}"
                        .formatted(filter, sort)));
    List<Long> stay =
        LongStream.rangeClosed(1, KEYS).filter(TableWhileItChangesTests::stays).boxed().toList();
    var over = new AtomicBoolean();

    // when
    var writer = CompletableFuture.runAsync(() -> change(over));
    try {
      long end = System.nanoTime() + LONG_ENOUGH.toNanos();
      do {
        List<Long> found =
            tasks.search(search).items().stream().map(task -> task.key().value()).toList();

        // then
        assertThat(found).doesNotHaveDuplicates();
        assertThat(found.stream().filter(TableWhileItChangesTests::stays).sorted().toList())
            .isEqualTo(stay);
      } while (System.nanoTime() < end);
    } finally {
      over.set(true);
      writer.join();
    }
  }

  /** Those that stay go from state to state and from group to group; the others leave as well. */
  private void change(AtomicBoolean over) {
    var random = new Random(1);
    while (!over.get()) {
      Key key = new Key(1 + random.nextInt(KEYS));
      boolean stays = stays(key.value());
      int due = random.nextInt(KEYS);
      State state = State.values()[random.nextInt(stays ? 2 : 3)];
      List<String> groups =
          List.of(List.of("a", "all"), List.of("b", "all"), List.of("a", "b", "all"))
              .get(random.nextInt(3));
      if (stays || random.nextBoolean()) {
        tasks.put(new Task(key, state, groups, born(key.value()), due));
      } else {
        tasks.remove(key);
      }
    }
  }

  private static boolean stays(long key) {
    return key % 3 == 0;
  }

  /** Some share a birthday, and it says little of the key. */
  private static long born(long key) {
    return key * 7919 % 500;
  }
}
