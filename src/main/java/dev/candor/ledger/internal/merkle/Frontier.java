package dev.candor.ledger.internal.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The growing edge of a tree: the complete subtrees it is made of. All that is needed to append and
 * to know the root, whatever the size.
 */
public final class Frontier {

  /** Hears of every subtree that becomes complete. */
  @FunctionalInterface
  public interface Completed {
    void complete(NodeId node, byte[] hash);
  }

  private final List<byte[]> subtrees = new ArrayList<>();
  private long size;

  /** Of the tree without leaves. */
  public Frontier() {}

  /** Of a tree whose nodes are kept. */
  public Frontier(long size, Function<NodeId, byte[]> nodes) {
    this.size = size;
    if (size > 0) {
      new LeafRange(0, size).subtrees().forEach(node -> subtrees.add(nodes.apply(node)));
    }
  }

  public long size() {
    return size;
  }

  /** Appends a leaf by its hash. */
  public void append(byte[] leafHash, Completed completed) {
    byte[] hash = leafHash;
    long index = size;
    for (int level = 1; (index & 1) == 1; level++) {
      hash = TreeHash.node(subtrees.removeLast(), hash);
      index >>= 1;
      completed.complete(new NodeId(level, index), hash);
    }
    subtrees.add(hash);
    size++;
  }

  /** The hash of the whole tree. */
  public byte[] root() {
    if (subtrees.isEmpty()) {
      return TreeHash.empty();
    }
    byte[] hash = subtrees.getLast();
    for (byte[] left : subtrees.reversed().subList(1, subtrees.size())) {
      hash = TreeHash.node(left, hash);
    }
    return hash;
  }
}
