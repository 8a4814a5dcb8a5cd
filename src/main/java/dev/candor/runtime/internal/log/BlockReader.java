package dev.candor.runtime.internal.log;

import io.camunda.zeebe.logstreams.storage.LogStorageReader;
import java.util.NoSuchElementException;
import org.agrona.DirectBuffer;

/** Walks the chain from a position on. */
final class BlockReader implements LogStorageReader {

  private final EngineLog log;
  private Block last;

  BlockReader(EngineLog log) {
    this.log = log;
    this.last = log.beforeFirst();
  }

  /** To the block that holds the position: the last one when it is beyond the end. */
  @Override
  public void seek(long position) {
    Block before = log.beforeFirst();
    for (Block block = before.next(); block != null; block = block.next()) {
      if (position <= block.highest() || block.next() == null) {
        break;
      }
      before = block;
    }
    last = before;
  }

  @Override
  public boolean hasNext() {
    return last.next() != null;
  }

  @Override
  public DirectBuffer next() {
    Block block = last.next();
    if (block == null) {
      throw new NoSuchElementException("the log ends at position " + last.highest());
    }
    last = block;
    return block.data();
  }

  @Override
  public void close() {
    last = Block.beforeFirst();
  }
}
