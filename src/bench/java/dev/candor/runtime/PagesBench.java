package dev.candor.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.bench.Figures;
import dev.candor.bench.Report;
import dev.candor.runtime.internal.projection.Projections;
import dev.candor.runtime.internal.projection.UserTaskRow;
import dev.candor.runtime.internal.projection.UserTaskRow.State;
import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.SearchRequest;
import dev.candor.runtime.internal.query.SearchResult;
import dev.candor.runtime.internal.query.Table;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** What one page of open user tasks costs among a hundred thousand, by the ways people ask. */
class PagesBench {

  private static final int OPEN = 100_000;
  private static final int GROUPS = 10;
  private static final int PEOPLE = 1_000;
  private static final int TIMES = 60;
  private static final Instant FIRST = Instant.parse("2026-01-05T09:00:00Z");

  /** Shared by tasks, as the projection does it. */
  private static final List<List<String>> CANDIDATES =
      IntStream.range(0, GROUPS).mapToObj(group -> List.of("everyone", "group-" + group)).toList();

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Table<Key, UserTaskRow> tasks =
      new Projections(InstantSource.system(), Duration.ofDays(30)).userTasks.table();

  /** Filter and sort as in a search's body. */
  private record Question(String name, String filter, String sort, String page) {}

  @Test
  void measurePagesOfOpenTasks() throws IOException {
    for (int i = 0; i < OPEN; i++) {
      tasks.put(task(i));
    }
    String byDate = "[{\"field\":\"creationDate\",\"order\":\"DESC\"}]";
    String deep =
        search(new Question("", "{\"state\":\"CREATED\"}", byDate, ",\"from\":" + OPEN * 9 / 10))
            .page()
            .startCursor();
    List<Question> questions =
        List.of(
            new Question("newest first", "{\"state\":\"CREATED\"}", byDate, ""),
            new Question(
                "oldest first", "{\"state\":\"CREATED\"}", "[{\"field\":\"creationDate\"}]", ""),
            new Question("in no order", "{\"state\":\"CREATED\"}", "[]", ""),
            new Question("by due date", "{\"state\":\"CREATED\"}", "[{\"field\":\"dueDate\"}]", ""),
            new Question(
                "by priority, then date",
                "{\"state\":\"CREATED\"}",
                "[{\"field\":\"priority\",\"order\":\"DESC\"},{\"field\":\"creationDate\"}]",
                ""),
            new Question(
                "of one group in ten",
                "{\"state\":\"CREATED\",\"candidateGroup\":\"group-3\"}",
                byDate,
                ""),
            new Question(
                "of a group that has all",
                "{\"state\":\"CREATED\",\"candidateGroup\":\"everyone\"}",
                byDate,
                ""),
            new Question(
                "of three groups, nobody's",
                "{\"state\":\"CREATED\",\"assignee\":{\"$exists\":false},"
                    + "\"candidateGroup\":{\"$in\":[\"group-1\",\"group-2\",\"group-3\"]}}",
                byDate,
                ""),
            new Question(
                "of one person", "{\"state\":\"CREATED\",\"assignee\":\"person-7\"}", byDate, ""),
            new Question(
                "in two states", "{\"state\":{\"$in\":[\"CREATED\",\"ASSIGNING\"]}}", byDate, ""),
            new Question(
                "created before a day",
                "{\"state\":\"CREATED\",\"creationDate\":{\"$lt\":\"2026-01-06T09:00:00Z\"}}",
                byDate,
                ""),
            new Question(
                "behind nine tenths, by cursor",
                "{\"state\":\"CREATED\"}",
                byDate,
                ",\"after\":\"" + deep + "\""),
            new Question(
                "behind nine tenths, by offset",
                "{\"state\":\"CREATED\"}",
                byDate,
                ",\"from\":" + OPEN * 9 / 10));
    List<List<String>> rows = new ArrayList<>();
    for (Question question : questions) {
      measure(question, TIMES);
    }
    for (Question question : questions) {
      Histogram nanos = measure(question, TIMES);
      rows.add(
          List.of(
              question.name,
              Figures.millis(nanos.getValueAtPercentile(50)),
              Figures.millis(nanos.getValueAtPercentile(99)),
              Long.toString(search(question).page().totalItems())));
    }
    new Report("One page of 50 open user tasks among %,d".formatted(OPEN))
        .say(
            """
            Processor time of the thread that searches (ThreadMXBean), of %d searches after as many to warm up. Each task has one of %d groups and one that has
            all; one in two has one of %d people; a task a second was created."""
                .formatted(TIMES, GROUPS, PEOPLE))
        .table(List.of("Tasks", "p50, ms", "p99, ms", "found"), rows)
        .write();
  }

  private Histogram measure(Question question, int times) throws IOException {
    var threads = ManagementFactory.getThreadMXBean();
    Histogram nanos = new Histogram(3);
    for (int i = 0; i < times; i++) {
      long start = threads.getCurrentThreadCpuTime();
      search(question);
      nanos.recordValue(threads.getCurrentThreadCpuTime() - start);
    }
    return nanos;
  }

  private SearchResult<UserTaskRow> search(Question question) throws IOException {
    String body =
        "{\"filter\":%s,\"sort\":%s,\"page\":{\"limit\":50%s}}"
            .formatted(question.filter, question.sort, question.page);
    return tasks.search(SearchRequest.read(JSON.readTree(body)));
  }

  private static UserTaskRow task(int number) {
    Key key = new Key((1L << 51) + number * 7L);
    return new UserTaskRow(
        key,
        "Review",
        State.CREATED,
        number % 2 == 0 ? null : "person-" + number % PEOPLE,
        "review",
        CANDIDATES.get(number % GROUPS),
        List.of(),
        "process",
        "Process",
        FIRST.plusSeconds(number),
        null,
        null,
        FIRST.plusSeconds(number * 31L % OPEN),
        "<default>",
        null,
        1,
        Map.of(),
        number % 100,
        new Key(key.value() - 1),
        new Key(1L << 51),
        new Key(key.value() - 3),
        null);
  }
}
