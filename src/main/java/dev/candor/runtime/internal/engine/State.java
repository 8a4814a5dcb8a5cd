package dev.candor.runtime.internal.engine;

import io.camunda.zeebe.db.AccessMetricsConfiguration;
import io.camunda.zeebe.db.AccessMetricsConfiguration.Kind;
import io.camunda.zeebe.db.ConsistencyChecksSettings;
import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.db.impl.rocksdb.RocksDbConfiguration;
import io.camunda.zeebe.db.impl.rocksdb.ZeebeRocksDbFactory;
import io.camunda.zeebe.db.impl.rocksdb.transaction.RocksDbOptions;
import io.camunda.zeebe.db.impl.rocksdb.transaction.ZeebeTransactionDb;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.DBOptions;
import org.rocksdb.Env;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksMemEnv;

/** The engine's state: RocksDB, with its files in a folder or in memory. */
final class State {

  private static final long MEMORY_BYTES = 32 << 20;

  /** What RocksDB calls its folder where there is none. */
  private static final String NO_FOLDER = "/state";

  private State() {}

  /** What is in the folder, or an empty state. */
  static ZeebeDb<ZbColumnFamilies> in(StateFolder folder, MeterRegistry meters) {
    return factory(meters).createDb(folder.rocksdb().toFile());
  }

  /** An empty state that touches no file. */
  static ZeebeDb<ZbColumnFamilies> inMemory(MeterRegistry meters) {
    RocksDB.loadLibrary();
    List<AutoCloseable> closedWithIt = new ArrayList<>();
    var files = new RocksMemEnv(Env.getDefault());
    // Closed in this order: the options use the files.
    var options =
        new DBOptions().setCreateIfMissing(true).setEnv(files).setAvoidFlushDuringShutdown(true);
    var families = factory(meters).createColumnFamilyOptions(closedWithIt);
    closedWithIt.add(families);
    closedWithIt.add(options);
    closedWithIt.add(files);
    try {
      return ZeebeTransactionDb.openTransactionalDb(
          new RocksDbOptions(options, families),
          NO_FOLDER,
          closedWithIt,
          configuration(),
          new ConsistencyChecksSettings(),
          metrics(),
          () -> meters);
    } catch (RocksDBException e) {
      throw new IllegalStateException("The engine's state in memory", e);
    }
  }

  private static ZeebeRocksDbFactory<ZbColumnFamilies> factory(MeterRegistry meters) {
    return new ZeebeRocksDbFactory<>(
        configuration(), new ConsistencyChecksSettings(), metrics(), () -> meters);
  }

  private static RocksDbConfiguration configuration() {
    return new RocksDbConfiguration().setMemoryLimit(MEMORY_BYTES).setWalDisabled(true);
  }

  private static AccessMetricsConfiguration metrics() {
    return new AccessMetricsConfiguration(Kind.NONE, OnlyPartition.ID);
  }
}
