package dev.candor.runtime.internal.log;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Keeps nothing: whatever was written counts as kept. */
public final class MemoryJournal implements Journal {

  private volatile LongConsumer kept = position -> {};

  @Override
  public Block recover(Block beforeFirst) {
    return beforeFirst;
  }

  @Override
  public void start(Block last, LongConsumer kept) {
    this.kept = kept;
  }

  @Override
  public void gatherWhile(BooleanSupplier crowded) {
    // There is nothing to gather for.
  }

  @Override
  public void linked(Block block) {
    kept.accept(block.highest());
  }

  @Override
  public void wanted(long position) {
    // It is kept already.
  }

  @Override
  public boolean isWritable() {
    return true;
  }

  @Override
  public @Nullable Path folder() {
    return null;
  }

  @Override
  public long bytes() {
    return 0;
  }

  @Override
  public long bytesBehind(long position) {
    return 0;
  }

  @Override
  public boolean isComplete() {
    return true;
  }

  @Override
  public void forgetBefore(long position) {
    // nothing is kept
  }

  @Override
  public void erase() {
    kept = position -> {};
  }

  @Override
  public void close() {
    erase();
  }
}
