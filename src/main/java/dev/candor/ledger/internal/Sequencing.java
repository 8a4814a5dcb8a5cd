package dev.candor.ledger.internal;

import dev.candor.ledger.internal.merkle.Frontier;
import dev.candor.ledger.internal.merkle.LeafRange;
import dev.candor.ledger.internal.merkle.NodeId;
import dev.candor.ledger.internal.merkle.TreeHash;
import dev.candor.outbox.Outbox;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives waiting entries their place in the tree, many at once. One service does it at a time: a
 * lock in the database, held until the commit, says which.
 */
@Component
class Sequencing implements Outbox {

  private static final int MOST_AT_ONCE = 5_000;

  // Any number will do as long as nothing else in this database locks by it.
  private static final long LOCK = 0x6c6564676572L;

  private final JdbcClient jdbc;
  private final NodeStore store;

  Sequencing(JdbcClient jdbc, NodeStore store) {
    this.jdbc = jdbc;
    this.store = store;
  }

  private record Waiting(long id, String entry) {}

  @Override
  @Transactional
  public boolean carryOutOne() {
    boolean mine =
        jdbc.sql("select pg_try_advisory_xact_lock(?)").param(LOCK).query(Boolean.class).single();
    if (!mine) {
      return false;
    }
    List<Waiting> taken = take();
    if (!taken.isEmpty()) {
      append(taken);
    }
    // What came meanwhile calls for another look; what came where another service was at it is
    // found by the next one that nobody calls for.
    return taken.size() == MOST_AT_ONCE;
  }

  private List<Waiting> take() {
    return jdbc.sql(
            """
            with taken as (
              delete from ledger_waiting
               where entry_id in (select entry_id from ledger_waiting order by entry_id limit ?)
              returning entry_id
            )
            select id, entry from ledger_entry join taken on id = entry_id order by id
            """)
        .param(MOST_AT_ONCE)
        .query(Waiting.class)
        .list();
  }

  private void append(List<Waiting> entries) {
    long size = store.size();
    Map<NodeId, byte[]> edge =
        size == 0 ? Map.of() : store.hashesFor(List.of(new LeafRange(0, size)));
    var frontier = new Frontier(size, edge::get);
    Map<NodeId, byte[]> completed = new LinkedHashMap<>();
    List<byte[]> leaves =
        entries.stream()
            .map(entry -> TreeHash.leaf(entry.entry().getBytes(StandardCharsets.UTF_8)))
            .toList();
    leaves.forEach(leaf -> frontier.append(leaf, completed::put));
    store.insertLeaves(size, entries.stream().map(Waiting::id).toList(), leaves);
    store.insertNodes(completed);
  }
}
