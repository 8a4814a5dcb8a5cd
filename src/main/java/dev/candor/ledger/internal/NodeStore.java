package dev.candor.ledger.internal;

import dev.candor.ledger.internal.merkle.LeafRange;
import dev.candor.ledger.internal.merkle.NodeId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The kept hashes: leaves, and complete subtrees over them. */
@Component
class NodeStore {

  private final JdbcClient jdbc;

  NodeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many entries have their place. */
  long size() {
    return jdbc.sql("select coalesce(max(leaf_index) + 1, 0) from ledger_leaf")
        .query(Long.class)
        .single();
  }

  /** All that these ranges are made of, in one question. */
  Map<NodeId, byte[]> hashesFor(List<LeafRange> ranges) {
    return hashes(ranges.stream().flatMap(range -> range.subtrees().stream()).toList());
  }

  Map<NodeId, byte[]> hashes(Collection<NodeId> nodes) {
    Map<NodeId, byte[]> hashes = HashMap.newHashMap(nodes.size());
    if (nodes.isEmpty()) {
      return hashes;
    }
    jdbc.sql(
            """
            select at_level, at_index, coalesce(leaf.hash, node.hash) as hash
              from unnest(:levels::int[], :indexes::bigint[]) as wanted (at_level, at_index)
              left join ledger_leaf leaf on at_level = 0 and leaf_index = at_index
              left join ledger_node node on node.level = at_level and node_index = at_index
            """)
        .param("levels", nodes.stream().map(NodeId::level).toArray(Integer[]::new))
        .param("indexes", nodes.stream().map(NodeId::index).toArray(Long[]::new))
        .query(
            row -> {
              var node = new NodeId(row.getInt("at_level"), row.getLong("at_index"));
              byte[] hash = row.getBytes("hash");
              if (hash == null) {
                throw new LedgerDamaged(
                    "The ledger's tree has no hash of level %d, number %d"
                        .formatted(node.level(), node.index()));
              }
              hashes.put(node, hash);
            });
    return hashes;
  }

  void insertLeaves(long first, List<Long> entries, List<byte[]> hashes) {
    jdbc.sql(
            """
            insert into ledger_leaf (leaf_index, entry_id, hash)
            select :first + number - 1, entry_id, hash
              from unnest(:entries::bigint[], :hashes::bytea[])
                   with ordinality as leaf (entry_id, hash, number)
            """)
        .param("first", first)
        .param("entries", entries.toArray(Long[]::new))
        .param("hashes", hashes.toArray(byte[][]::new))
        .update();
  }

  void insertNodes(Map<NodeId, byte[]> nodes) {
    var ids = List.copyOf(nodes.keySet());
    jdbc.sql(
            """
            insert into ledger_node (level, node_index, hash)
            select * from unnest(:levels::int[], :indexes::bigint[], :hashes::bytea[])
            """)
        .param("levels", ids.stream().map(NodeId::level).toArray(Integer[]::new))
        .param("indexes", ids.stream().map(NodeId::index).toArray(Long[]::new))
        .param("hashes", ids.stream().map(nodes::get).toArray(byte[][]::new))
        .update();
  }
}
