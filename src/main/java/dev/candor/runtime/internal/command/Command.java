package dev.candor.runtime.internal.command;

import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;

/**
 * One command to the engine, in the engine's own terms.
 *
 * @param key the thing it is about, {@link #NO_KEY} where it makes a new one
 * @param value is written when the command is sent and can be reused after that
 * @param operationReference the caller's mark on all records that follow, {@link #NO_REFERENCE} for
 *     none
 */
public record Command(
    ValueType valueType,
    Intent intent,
    long key,
    UnifiedRecordValue value,
    long operationReference) {

  public static final long NO_KEY = -1;
  public static final long NO_REFERENCE = -1;

  public Command(Intent intent, long key, UnifiedRecordValue value) {
    this(value.valueType(), intent, key, value, NO_REFERENCE);
  }

  public Command(Intent intent, UnifiedRecordValue value) {
    this(intent, NO_KEY, value);
  }

  /**
   * Lets another worker have a job that this one could not be given; the engine does not answer.
   */
  public static Command giveBack(long jobKey) {
    return new Command(JobIntent.YIELD, jobKey, new JobRecord());
  }

  public Command withOperationReference(long reference) {
    return new Command(valueType, intent, key, value, reference);
  }
}
