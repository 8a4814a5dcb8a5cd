package dev.candor.runtime.internal.log;

import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Keeps a chain of blocks beyond this process, or does not. */
public sealed interface Journal extends AutoCloseable permits FileJournal, MemoryJournal {

  /**
   * Links what was kept behind this first link, in order.
   *
   * @return the last block, the first link itself when nothing was kept
   * @throws LogDamaged when something that was kept cannot be read
   */
  Block recover(Block beforeFirst);

  /**
   * Keeps every block that is linked behind this one from now on.
   *
   * @param kept hears up to which position everything is kept; must be quick
   */
  void start(Block last, LongConsumer kept);

  /** This block was linked behind the last one. */
  void linked(Block block);

  /** False while blocks cannot be kept: no command should be taken then. */
  boolean isWritable();

  /** The folder it holds for itself, null where it holds none. */
  @Nullable Path folder();

  /** Forgets everything that was kept; the journal can be started again. */
  void erase();

  /** Keeps what can still be kept, then lets go. */
  @Override
  void close();
}
