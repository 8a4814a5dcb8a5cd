package dev.candor.ledger.internal.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The leaves {@code from} (included) to {@code to} (excluded), as RFC 6962 cuts them: {@code from}
 * is a multiple of a power of two that is not smaller than their number.
 */
public record LeafRange(long from, long to) {

  public LeafRange {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("No leaves from %d to %d".formatted(from, to));
    }
  }

  long size() {
    return to - from;
  }

  /** The complete subtrees it is made of, the largest first. */
  public List<NodeId> subtrees() {
    List<NodeId> subtrees = new ArrayList<>();
    for (long at = from; at < to; ) {
      int level =
          Math.min(
              Long.numberOfTrailingZeros(at), Long.numberOfTrailingZeros(largestPower(to - at)));
      subtrees.add(new NodeId(level, at >> level));
      at += 1L << level;
    }
    return subtrees;
  }

  /** Its hash, from those of its complete subtrees. */
  public byte[] hash(Function<NodeId, byte[]> nodes) {
    byte[] hash = null;
    for (NodeId subtree : subtrees().reversed()) {
      byte[] left = nodes.apply(subtree);
      hash = hash == null ? left : TreeHash.node(left, hash);
    }
    return hash;
  }

  /** The largest power of two that is not larger. */
  private static long largestPower(long number) {
    return Long.highestOneBit(number);
  }
}
