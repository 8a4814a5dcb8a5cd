package dev.candor.runtime.internal.engine;

import java.nio.file.Path;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.FlushOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.Logger;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** A state's copy on the disk: a plain RocksDB in a folder, with all of the state's entries. */
final class StateCopy {

  private static final int BATCH_BYTES = 1 << 20;

  private StateCopy() {}

  /**
   * Writes what the state holds at this moment, while others go on changing it.
   *
   * @param folder does not exist yet
   */
  static void write(RocksDB state, ColumnFamilyHandle family, Path folder) {
    try (var quiet = new Quiet();
        var options = new Options().setCreateIfMissing(true).setLogger(quiet);
        var copy = RocksDB.open(options, folder.toString());
        var all = state.newIterator(family);
        var flush = new FlushOptions()) {
      copy(all, copy, copy.getDefaultColumnFamily());
      copy.flush(flush);
    } catch (RocksDBException e) {
      throw new IllegalStateException("The engine's state cannot be copied to " + folder, e);
    }
  }

  /** Puts what was written into an empty state. Leaves the folder as it is. */
  static void read(Path folder, RocksDB state, ColumnFamilyHandle family) {
    try (var quiet = new Quiet();
        var options = new Options().setLogger(quiet);
        var copy = RocksDB.openReadOnly(options, folder.toString());
        var all = copy.newIterator()) {
      copy(all, state, family);
    } catch (RocksDBException e) {
      throw new IllegalStateException("The engine's state cannot be read from " + folder, e);
    }
  }

  private static void copy(RocksIterator from, RocksDB to, ColumnFamilyHandle family)
      throws RocksDBException {
    try (var options = new WriteOptions().setDisableWAL(true);
        var batch = new WriteBatch()) {
      for (from.seekToFirst(); from.isValid(); from.next()) {
        batch.put(family, from.key(), from.value());
        if (batch.getDataSize() > BATCH_BYTES) {
          to.write(options, batch);
          batch.clear();
        }
      }
      from.status();
      to.write(options, batch);
    }
  }

  /** RocksDB would write its log beside what it reads. */
  private static final class Quiet extends Logger {

    Quiet() {
      super(InfoLogLevel.HEADER_LEVEL);
    }

    @Override
    protected void log(InfoLogLevel level, String message) {
      // what goes wrong comes as an exception
    }
  }
}
