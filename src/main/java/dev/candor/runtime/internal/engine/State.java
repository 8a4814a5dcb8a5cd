package dev.candor.runtime.internal.engine;

import io.camunda.zeebe.db.AccessMetricsConfiguration;
import io.camunda.zeebe.db.AccessMetricsConfiguration.Kind;
import io.camunda.zeebe.db.ConsistencyChecksSettings;
import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.db.impl.rocksdb.RocksDbConfiguration;
import io.camunda.zeebe.db.impl.rocksdb.ZeebeRocksDbFactory;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The engine's state: RocksDB, with its files in a folder or in memory. */
final class State {

  private static final long MEMORY_BYTES = 32 << 20;

  private State() {}

  /** What is in the folder, or an empty state. */
  static ZeebeDb<ZbColumnFamilies> in(StateFolder folder, MeterRegistry meters) {
    return factory(configuration(), meters).createDb(folder.rocksdb().toFile());
  }

  /** An empty state that touches no file. */
  static ZeebeDb<ZbColumnFamilies> inMemory(MeterRegistry meters) {
    // What RocksDB itself sets for the column families that are there when it opens: without, a
    // transaction under way while a full buffer is put away has to be repeated.
    var remembering = new Properties();
    remembering.setProperty("max_write_buffer_size_to_maintain", "-1");
    var configuration = configuration().setColumnFamilyOptions(remembering);
    List<AutoCloseable> closedWithIt = new ArrayList<>();
    var options = factory(configuration, meters).createColumnFamilyOptions(closedWithIt);
    return SharedMemory.get().open(options, closedWithIt, configuration, metrics(), meters);
  }

  private static ZeebeRocksDbFactory<ZbColumnFamilies> factory(
      RocksDbConfiguration configuration, MeterRegistry meters) {
    return new ZeebeRocksDbFactory<>(
        configuration, new ConsistencyChecksSettings(), metrics(), () -> meters);
  }

  private static RocksDbConfiguration configuration() {
    return new RocksDbConfiguration().setMemoryLimit(MEMORY_BYTES).setWalDisabled(true);
  }

  private static AccessMetricsConfiguration metrics() {
    return new AccessMetricsConfiguration(Kind.NONE, OnlyPartition.ID);
  }
}
