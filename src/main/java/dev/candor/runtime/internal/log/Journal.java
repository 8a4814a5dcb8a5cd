package dev.candor.runtime.internal.log;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
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

  /**
   * While that is so, it may take its time for a moment, so that one write keeps more: told before
   * it is started.
   */
  void gatherWhile(BooleanSupplier crowded);

  /** This block was linked behind the last one. */
  void linked(Block block);

  /** Somebody waits for everything up to this position, which is linked, to be kept. */
  void wanted(long position);

  /** False while blocks cannot be kept: no command should be taken then. */
  boolean isWritable();

  /** The folder it holds for itself, null where it holds none. */
  @Nullable Path folder();

  /** How much was kept so far, by this process and those before it, forgotten or not. */
  long bytes();

  /** How much of it lies behind this position, but for the file that holds it. */
  long bytesBehind(long position);

  /** Whether it begins with the first record ever written, so that it stands for itself. */
  boolean isComplete();

  /**
   * Forgets what lies before this position, as far as whole files hold nothing else: a snapshot
   * stands for it.
   */
  void forgetBefore(long position);

  /** Forgets everything that was kept, snapshots too; the journal can be started again. */
  void erase();

  /** Keeps what can still be kept, then lets go. */
  @Override
  void close();
}
