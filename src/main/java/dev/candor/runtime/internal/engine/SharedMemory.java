package dev.candor.runtime.internal.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.Env;
import org.rocksdb.OptimisticTransactionDB;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksMemEnv;

/**
 * The one RocksDB of all runtimes of this JVM, in memory, with a column family for each. RocksDB's
 * transactions begin with 2^20 locks, which are 40 MB and the most of the time it takes to open, so
 * there is one set of them; it is there from the first such runtime to the JVM's end.
 */
final class SharedMemory {

  /** What RocksDB calls its folder where there is none. */
  private static final String NO_FOLDER = "/state";

  private static final SharedMemory INSTANCE = new SharedMemory();

  private final OptimisticTransactionDB rocksdb;
  private long families;

  private SharedMemory() {
    RocksDB.loadLibrary();
    var options =
        new DBOptions()
            .setCreateIfMissing(true)
            .setEnv(new RocksMemEnv(Env.getDefault()))
            .setAvoidFlushDuringShutdown(true);
    try {
      rocksdb =
          OptimisticTransactionDB.open(
              options,
              NO_FOLDER,
              List.of(new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY)),
              new ArrayList<>());
    } catch (RocksDBException e) {
      throw new IllegalStateException("The engines' state in memory", e);
    }
  }

  static SharedMemory get() {
    return INSTANCE;
  }

  OptimisticTransactionDB rocksdb() {
    return rocksdb;
  }

  // RocksDB's Java part counts its column families in a list that threads may not share.

  synchronized ColumnFamilyHandle create(ColumnFamilyOptions options) {
    families++;
    byte[] name = ("runtime-" + families).getBytes(StandardCharsets.UTF_8);
    try {
      return rocksdb.createColumnFamily(new ColumnFamilyDescriptor(name, options));
    } catch (RocksDBException e) {
      throw new IllegalStateException("An engine's state in memory", e);
    }
  }

  synchronized void drop(ColumnFamilyHandle family) throws RocksDBException {
    try {
      rocksdb.dropColumnFamily(family);
    } finally {
      rocksdb.destroyColumnFamilyHandle(family);
    }
  }
}
