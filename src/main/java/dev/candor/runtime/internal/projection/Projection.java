package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Table;
import io.camunda.zeebe.protocol.record.Record;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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

  /** Forgets everything: the engine was purged. */
  void clear() {
    table.clear();
  }

  static Instant at(Record<?> record) {
    return Instant.ofEpochMilli(record.getTimestamp());
  }

  /** The engine writes "not there" as an empty text. */
  static @Nullable String orNone(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
