package dev.candor.runtime.internal.command;

import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;

/** What the engine said to a command, once everything the answer rests on is kept. */
public sealed interface CommandAnswer {

  /** Every record the answer rests on is at or before this position of the log. */
  long position();

  ValueType valueType();

  Intent intent();

  /** Done, with the event that says so. */
  record Accepted(
      long position, long key, ValueType valueType, Intent intent, UnifiedRecordValue value)
      implements CommandAnswer {

    /** The value as the type that belongs to {@link #valueType()}. */
    public <T extends UnifiedRecordValue> T value(Class<T> type) {
      return type.cast(value);
    }
  }

  /** Refused by the engine's rules; {@code reason} is its sentence for the caller. */
  record Rejected(
      long position, RejectionType type, String reason, ValueType valueType, Intent intent)
      implements CommandAnswer {}
}
