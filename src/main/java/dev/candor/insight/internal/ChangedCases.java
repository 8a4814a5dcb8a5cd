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
  private long counted;
  private Set<Long> pending = Set.of();
  private long forgotten = -1;

  ChangedCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param forgotten how many cases were deleted so far
   */
  private record Now(long forgotten, long counted) {}

  /**
   * @param pending of the row that waits to be counted; null where it was counted
   */
  private record Change(String reference, long counted, @Nullable Long pending) {}

  /**
   * Their references, to be read after this. Empty when all is to be read anew: the first time, and
   * when a case was deleted.
   */
  Optional<Set<String>> next() {
    var now = now();
    if (now.forgotten() != forgotten) {
      return anew(now);
    }
    var changes = changes(counted);
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
    var changes = changes(now.counted());
    forgotten = now.forgotten();
    counted = now.counted();
    remember(changes);
    return Optional.empty();
  }

  private Now now() {
    return jdbc.sql(
            """
            select forgotten, (select coalesce(max(counted), 0) from insight_case) as counted
              from insight_feed
            """)
        .query(Now.class)
        .single();
  }

  /** In one statement, and so as of one moment. */
  private List<Change> changes(long since) {
    return jdbc.sql(
            """
            (select reference, counted, null::bigint as pending from insight_case where counted > ? limit ?)
            union all (select reference, 0, id from insight_pending limit ?)
            """)
        .params(since, MOST_COUNTED, MOST_PENDING)
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
