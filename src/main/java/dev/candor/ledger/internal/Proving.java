package dev.candor.ledger.internal;

import dev.candor.ledger.internal.merkle.LeafRange;
import dev.candor.ledger.internal.merkle.Proof;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hashes that prove to somebody with a head what the ledger holds, and that it only grew. */
@Component
public class Proving {

  private final NodeStore store;

  Proving(NodeStore store) {
    this.store = store;
  }

  /**
   * That this entry is in the tree of that size.
   *
   * @throws NoSuchTree when there is no such entry or size
   */
  @Transactional(readOnly = true)
  public List<byte[]> inclusion(long index, long size) {
    if (index < 0 || index >= size || size > store.size()) {
      throw new NoSuchTree();
    }
    return hashes(Proof.inclusion(index, size));
  }

  /**
   * That the tree of the larger size begins with that of the smaller.
   *
   * @throws NoSuchTree when there are no such sizes
   */
  @Transactional(readOnly = true)
  public List<byte[]> consistency(long smaller, long size) {
    if (smaller < 1 || smaller > size || size > store.size()) {
      throw new NoSuchTree();
    }
    return hashes(Proof.consistency(smaller, size));
  }

  private List<byte[]> hashes(List<LeafRange> ranges) {
    var nodes = store.hashesFor(ranges);
    return ranges.stream().map(range -> range.hash(nodes::get)).toList();
  }

  /** Asked about an entry or a size that the ledger does not have. */
  public static class NoSuchTree extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }
}
