package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Table;
import io.camunda.zeebe.protocol.record.Record;
import java.time.Instant;
import java.util.List;

/** A table kept up to date by the engine's events of one or more kinds. */
public abstract class Projection<K extends Comparable<K>, T extends java.lang.Record> {

  private final Table<K, T> table;

  Projection(Table<K, T> table) {
    this.table = table;
  }

  /** The rows, for reading. */
  public final Table<K, T> table() {
    return table;
  }

  /** Puts rows back that a snapshot kept. */
  void restore(List<T> rows) {
    rows.forEach(table::put);
  }

  /** Forgets everything: the engine was purged. */
  void clear() {
    table.clear();
  }

  static Instant at(Record<?> record) {
    return Shared.moment(record.getTimestamp());
  }
}
