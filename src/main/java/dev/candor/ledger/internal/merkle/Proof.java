package dev.candor.ledger.internal.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Which hashes prove what (RFC 6962, sections 2.1.1 and 2.1.2), and whether they do (RFC 9162,
 * sections 2.1.3.2 and 2.1.4.2, which spell out the check).
 */
public final class Proof {

  private Proof() {}

  /**
   * What shows that the leaf is in the tree.
   *
   * @throws IllegalArgumentException when the tree has no such leaf
   */
  public static List<LeafRange> inclusion(long leaf, long size) {
    if (leaf < 0 || leaf >= size) {
      throw new IllegalArgumentException("No leaf %d in a tree of %d".formatted(leaf, size));
    }
    List<LeafRange> fromTheRoot = new ArrayList<>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + split(to - from);
      if (leaf < middle) {
        fromTheRoot.add(new LeafRange(middle, to));
        to = middle;
      } else {
        fromTheRoot.add(new LeafRange(from, middle));
        from = middle;
      }
    }
    return fromTheRoot.reversed();
  }

  /**
   * What shows that the larger tree only added to the smaller one.
   *
   * @throws IllegalArgumentException when there is no smaller one, or it is not smaller
   */
  public static List<LeafRange> consistency(long smaller, long size) {
    if (smaller < 1 || smaller > size) {
      throw new IllegalArgumentException("No way from %d to %d leaves".formatted(smaller, size));
    }
    List<LeafRange> fromTheRoot = new ArrayList<>();
    long from = 0;
    long to = size;
    while (to != smaller) {
      long middle = from + split(to - from);
      if (smaller <= middle) {
        fromTheRoot.add(new LeafRange(middle, to));
        to = middle;
      } else {
        fromTheRoot.add(new LeafRange(from, middle));
        from = middle;
      }
    }
    if (from > 0) {
      fromTheRoot.add(new LeafRange(from, to));
    }
    return fromTheRoot.reversed();
  }

  /** Whether these hashes lead from the leaf to the root. */
  public static boolean showsInclusion(
      long leaf, byte[] leafHash, long size, byte[] root, List<byte[]> hashes) {
    if (leaf < 0 || leaf >= size) {
      return false;
    }
    long at = leaf;
    long last = size - 1;
    byte[] hash = leafHash;
    for (byte[] next : hashes) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        hash = TreeHash.node(next, hash);
        int up = (at & 1) == 1 ? 0 : Long.numberOfTrailingZeros(at);
        at >>= up;
        last >>= up;
      } else {
        hash = TreeHash.node(hash, next);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(hash, root);
  }

  /** Whether these hashes lead to both roots, so that the larger tree begins with the smaller. */
  public static boolean showsConsistency(
      long smaller, byte[] smallerRoot, long size, byte[] root, List<byte[]> hashes) {
    if (smaller < 1 || smaller > size) {
      return false;
    }
    if (smaller == size) {
      return hashes.isEmpty() && Arrays.equals(smallerRoot, root);
    }
    int complete = Long.numberOfTrailingZeros(smaller);
    long at = (smaller - 1) >> complete;
    long last = (size - 1) >> complete;
    Iterator<byte[]> next = hashes.iterator();
    boolean isPowerOfTwo = Long.bitCount(smaller) == 1;
    if (!isPowerOfTwo && !next.hasNext()) {
      return false;
    }
    byte[] old = isPowerOfTwo ? smallerRoot : next.next();
    byte[] all = old;
    while (next.hasNext()) {
      byte[] hash = next.next();
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        old = TreeHash.node(hash, old);
        all = TreeHash.node(hash, all);
        int up = (at & 1) == 1 ? 0 : Long.numberOfTrailingZeros(at);
        at >>= up;
        last >>= up;
      } else {
        all = TreeHash.node(all, hash);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(old, smallerRoot) && Arrays.equals(all, root);
  }

  /** How many leaves are left of the cut: the largest power of two smaller than their number. */
  private static long split(long size) {
    return Long.highestOneBit(size - 1);
  }
}
