package dev.candor.insight.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which cases changed since it was asked last. Whoever writes of a case adds a row to {@code
 * insight_pending} in the same transaction, and whoever counts it takes that row away and gives the
 * case a higher number in the same transaction: nothing that was committed is between the two.
 */
final class ChangedCases {

  /** When more were counted than these, all is read anew rather than case by case. */
  private static final int MOST_COUNTED = 10_000;

  /** When more rows wait to be counted than these, all is read anew each time. */
  private static final int MOST_PENDING = 100_000;

  private final JdbcClient jdbc;
  private final String meaning;
  private long counted;
  private Set<Long> pending = Set.of();
  private @Nullable State known;

  /**
   * @param meaning a query of one text: where it is another one than before, all is to be read anew
   */
  ChangedCases(JdbcClient jdbc, String meaning) {
    this.jdbc = jdbc;
    this.meaning = meaning;
  }

  /** What is the same as long as no case was deleted, and rows mean the same. */
  private record State(long forgotten, String meaning) {}

  private record Now(long forgotten, String meaning, long counted) {

    State state() {
      return new State(forgotten, meaning);
    }
  }

  /**
   * @param pending of the row that waits to be counted; null where it was counted
   */
  private record Change(String reference, long counted, @Nullable Long pending) {}

  /**
   * Their references, to be read after this. Empty when all is to be read anew: as is the first
   * time.
   */
  Optional<Set<String>> next() {
    var now = now();
    if (!now.state().equals(known)) {
      return anew(now);
    }
    var changes = changes();
    var before = pending;
    if (isTooMuch(changes)) {
      return anew(now);
    }
    remember(changes);
    return Optional.of(
        changes.stream()
            .filter(change -> change.pending() == null || !before.contains(change.pending()))
            .map(Change::reference)
            .collect(Collectors.toSet()));
  }

  private Optional<Set<String>> anew(Now now) {
    known = now.state();
    counted = now.counted();
    remember(changes());
    return Optional.empty();
  }

  private Now now() {
    return jdbc.sql(
            """
            select forgotten, (%s) as meaning,
                   (select coalesce(max(counted), 0) from insight_case) as counted
              from insight_feed
            """
                .formatted(meaning))
        .query(Now.class)
        .single();
  }

  /** In one statement, and so as of one moment. */
  private List<Change> changes() {
    return jdbc.sql(
            """
            (select reference, counted, null::bigint as pending from insight_case where counted > ? limit ?)
            union all (select reference, 0, id from insight_pending limit ?)
            """)
        .params(counted, MOST_COUNTED, MOST_PENDING)
        .query(Change.class)
        .list();
  }

  private static boolean isTooMuch(List<Change> changes) {
    long waiting = changes.stream().filter(change -> change.pending() != null).count();
    return waiting == MOST_PENDING || changes.size() - waiting == MOST_COUNTED;
  }

  private void remember(List<Change> changes) {
    var waiting = new HashSet<Long>();
    for (var change : changes) {
      if (change.pending() == null) {
        counted = Math.max(counted, change.counted());
      } else {
        waiting.add(change.pending());
      }
    }
    pending = waiting;
  }
}
