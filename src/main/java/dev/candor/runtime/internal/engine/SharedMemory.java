package dev.candor.runtime.internal.engine;

import io.camunda.zeebe.db.AccessMetricsConfiguration;
import io.camunda.zeebe.db.ConsistencyChecksSettings;
import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.db.impl.rocksdb.RocksDbConfiguration;
import io.camunda.zeebe.db.impl.rocksdb.transaction.ZeebeTransactionDb;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import io.micrometer.core.instrument.MeterRegistry;
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
 * The one RocksDB of all runtimes in memory of this JVM, with a column family for each. RocksDB's
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

  /**
   * An empty state, which goes with all that is in it when it is closed.
   *
   * @param options of its column family
   * @param closedWithIt the options and what they need, from the last
   */
  ZeebeDb<ZbColumnFamilies> open(
      ColumnFamilyOptions options,
      List<AutoCloseable> closedWithIt,
      RocksDbConfiguration configuration,
      AccessMetricsConfiguration metrics,
      MeterRegistry meters) {
    var family = create(options);
    List<AutoCloseable> closedFromTheLast = new ArrayList<>(closedWithIt);
    closedFromTheLast.add(() -> drop(family));
    return new Family(family, rocksdb, closedFromTheLast, configuration, metrics, meters);
  }

  // RocksDB's Java part counts its column families in a list that threads may not share.

  private synchronized ColumnFamilyHandle create(ColumnFamilyOptions options) {
    families++;
    byte[] name = ("runtime-" + families).getBytes(StandardCharsets.UTF_8);
    try {
      return rocksdb.createColumnFamily(new ColumnFamilyDescriptor(name, options));
    } catch (RocksDBException e) {
      throw new IllegalStateException("An engine's state in memory", e);
    }
  }

  private synchronized void drop(ColumnFamilyHandle family) throws RocksDBException {
    try {
      rocksdb.dropColumnFamily(family);
    } finally {
      rocksdb.destroyColumnFamilyHandle(family);
    }
  }

  /** The engine's state in one column family of a RocksDB that has others. */
  private static final class Family extends ZeebeTransactionDb<ZbColumnFamilies> {

    Family(
        ColumnFamilyHandle family,
        OptimisticTransactionDB rocksdb,
        List<AutoCloseable> closedFromTheLast,
        RocksDbConfiguration configuration,
        AccessMetricsConfiguration metrics,
        MeterRegistry meters) {
      super(
          family,
          rocksdb,
          closedFromTheLast,
          configuration,
          new ConsistencyChecksSettings(),
          metrics,
          meters);
    }
  }
}
