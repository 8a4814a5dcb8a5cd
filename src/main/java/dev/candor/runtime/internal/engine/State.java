package dev.candor.runtime.internal.engine;

import io.camunda.zeebe.db.AccessMetricsConfiguration;
import io.camunda.zeebe.db.AccessMetricsConfiguration.Kind;
import io.camunda.zeebe.db.ConsistencyChecksSettings;
import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.db.impl.rocksdb.RocksDbConfiguration;
import io.camunda.zeebe.db.impl.rocksdb.transaction.RocksDbOptions;
import io.camunda.zeebe.db.impl.rocksdb.transaction.ZeebeTransactionDb;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.DBOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** The engine's state: RocksDB, with its files in a folder or in memory. */
final class State {

  /** RocksDB's own logs, of which nobody reads more. */
  private static final int LOG_FILES = 2;

  private State() {}

  /** What is in the folder, or an empty state. */
  static ZeebeDb<ZbColumnFamilies> in(StateFolder folder, MeterRegistry meters) {
    RocksDB.loadLibrary();
    List<AutoCloseable> closedFromTheLast = new ArrayList<>();
    var family = FamilyOptions.alone(closedFromTheLast);
    var database = new DBOptions();
    closedFromTheLast.add(database);
    database
        .setCreateIfMissing(true)
        .setAvoidFlushDuringShutdown(true)
        .setKeepLogFileNum(LOG_FILES);
    try {
      return ZeebeTransactionDb.openTransactionalDb(
          new RocksDbOptions(database, family),
          folder.rocksdb().toString(),
          closedFromTheLast,
          configuration(),
          new ConsistencyChecksSettings(),
          metrics(),
          () -> meters);
    } catch (RocksDBException e) {
      throw new IllegalStateException("The engine's state in " + folder.rocksdb(), e);
    }
  }

  /** An empty state that touches no file. */
  static ZeebeDb<ZbColumnFamilies> inMemory(MeterRegistry meters) {
    RocksDB.loadLibrary();
    List<AutoCloseable> closedFromTheLast = new ArrayList<>();
    var family = FamilyOptions.besideOthers(closedFromTheLast);
    return SharedMemory.get().open(family, closedFromTheLast, configuration(), metrics(), meters);
  }

  private static RocksDbConfiguration configuration() {
    return new RocksDbConfiguration().setWalDisabled(true);
  }

  private static AccessMetricsConfiguration metrics() {
    return new AccessMetricsConfiguration(Kind.NONE, OnlyPartition.ID);
  }
}
