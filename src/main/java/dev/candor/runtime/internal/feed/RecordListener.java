package dev.candor.runtime.internal.feed;

import io.camunda.zeebe.protocol.record.Record;

/**
 * Hears every record of the log, in order, on one thread: from the log's beginning, or from behind
 * the snapshot that the runtime started from.
 */
public interface RecordListener {

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
