package dev.candor.runtime.internal.feed;

import io.camunda.zeebe.protocol.record.Record;

/** Hears every record of the log, in order, from its beginning, on one thread. */
public interface RecordListener {

  /** The record is the listener's to keep. Only records that are kept by the log are handed out. */
  void onRecord(Record<?> record);

  /** The log was thrown away: what comes next starts anew at its beginning. */
  void onPurge();
}
