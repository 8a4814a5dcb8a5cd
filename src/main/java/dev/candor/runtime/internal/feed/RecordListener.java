package dev.candor.runtime.internal.feed;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;

/**
 * Hears every record of the log, in order, on one thread: from the log's beginning, or from behind
 * the snapshot that the runtime started from.
 */
public interface RecordListener {

  /** Whether it wants records of this kind; those that nobody wants are not even read. */
  default boolean hears(RecordType recordType, ValueType valueType, Intent intent) {
    return true;
  }

  /** The record is the listener's to keep. Only records that are kept by the log are handed out. */
  void onRecord(Record<?> record);

  /**
   * Everything that is kept so far was heard. Called on the same thread, and at least once a
   * minute.
   *
   * @return whether there is more to do now: then it is called again when the records that have
   *     come meanwhile are heard
   */
  default boolean onPause() {
    return false;
  }

  /** The log was thrown away: what comes next starts anew at its beginning. */
  void onPurge();
}
