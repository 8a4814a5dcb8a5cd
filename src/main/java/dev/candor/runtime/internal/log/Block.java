package dev.candor.runtime.internal.log;

import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What the engine writes at once: some records, never torn apart. Blocks are a chain that each
 * reader walks by itself, so a block that everybody has passed is nobody's and goes by itself.
 */
final class Block {

  private final long lowest;
  private final long highest;
  private final DirectBuffer data;
  private volatile @Nullable Block next;

  Block(long lowest, long highest, DirectBuffer data) {
    this.lowest = lowest;
    this.highest = highest;
    this.data = data;
  }

  /** The link before the first block of a log. */
  static Block beforeFirst() {
    return new Block(0, 0, new org.agrona.concurrent.UnsafeBuffer(0, 0));
  }

  long lowest() {
    return lowest;
  }

  long highest() {
    return highest;
  }

  DirectBuffer data() {
    return data;
  }

  @Nullable Block next() {
    return next;
  }

  void link(Block following) {
    next = following;
  }
}
