package dev.candor.runtime.internal.engine;

import io.camunda.zeebe.db.AccessMetricsConfiguration;
import io.camunda.zeebe.db.AccessMetricsConfiguration.Kind;
import io.camunda.zeebe.db.ConsistencyChecksSettings;
import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.db.impl.rocksdb.RocksDbConfiguration;
import io.camunda.zeebe.db.impl.rocksdb.transaction.ZeebeTransactionDb;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.OptimisticTransactionDB;

/**
 * The engine's state, in memory, whether the engine is durable or not: a durable one starts from a
 * copy and its log. What a killed process left of a state on the disk could not be used.
 */
final class State extends ZeebeTransactionDb<ZbColumnFamilies> {

  private final OptimisticTransactionDB rocksdb;
  private final ColumnFamilyHandle family;

  private State(
      OptimisticTransactionDB rocksdb,
      ColumnFamilyHandle family,
      List<AutoCloseable> closedFromTheLast,
      MeterRegistry meters) {
    super(
        family,
        rocksdb,
        closedFromTheLast,
        new RocksDbConfiguration().setWalDisabled(true),
        new ConsistencyChecksSettings(),
        new AccessMetricsConfiguration(Kind.NONE, OnlyPartition.ID),
        meters);
    this.rocksdb = rocksdb;
    this.family = family;
  }

  /**
   * A state that goes, with all that is in it, when it is closed.
   *
   * @param from the copy to begin with; null for an empty one
   */
  static ZeebeDb<ZbColumnFamilies> open(@Nullable Path from, MeterRegistry meters) {
    var memory = SharedMemory.get();
    List<AutoCloseable> closedFromTheLast = new ArrayList<>();
    var family = memory.create(FamilyOptions.of(closedFromTheLast));
    closedFromTheLast.add(() -> memory.drop(family));
    var state = new State(memory.rocksdb(), family, closedFromTheLast, meters);
    if (from != null) {
      StateCopy.read(from, memory.rocksdb(), family);
    }
    return state;
  }

  /** Linking files, as the base class does, would take those of all states in this JVM. */
  @Override
  public void createSnapshot(File folder) {
    StateCopy.write(rocksdb, family, folder.toPath());
  }
}
