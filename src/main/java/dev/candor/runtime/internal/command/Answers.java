package dev.candor.runtime.internal.command;

import dev.candor.runtime.internal.log.EngineLog;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.stream.api.CommandResponseWriter;
import io.camunda.zeebe.util.buffer.BufferUtil;
import io.camunda.zeebe.util.buffer.BufferWriter;
import java.util.function.BiConsumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What the engine's processor writes its answers into, field by field, always on its own thread.
 * The bytes are copied, since the processor reuses them, and go on when the log is kept.
 */
final class Answers implements CommandResponseWriter {

  private final EngineLog log;
  private final int streamId;
  private final BiConsumer<Long, CommandAnswer> answered;

  private long key;
  private Intent intent = Intent.UNKNOWN;
  private RecordType recordType = RecordType.NULL_VAL;
  private ValueType valueType = ValueType.NULL_VAL;
  private RejectionType rejectionType = RejectionType.NULL_VAL;
  private String rejectionReason = "";
  private DirectBuffer value = new UnsafeBuffer(0, 0);

  /**
   * @param streamId tells the requests of this process from those an earlier one left in the log
   * @param answered hears the request's number and the answer; must be quick
   */
  Answers(EngineLog log, int streamId, BiConsumer<Long, CommandAnswer> answered) {
    this.log = log;
    this.streamId = streamId;
    this.answered = answered;
  }

  @Override
  public CommandResponseWriter partitionId(int partitionId) {
    return this;
  }

  @Override
  public CommandResponseWriter key(long key) {
    this.key = key;
    return this;
  }

  @Override
  public CommandResponseWriter intent(Intent intent) {
    this.intent = intent;
    return this;
  }

  @Override
  public CommandResponseWriter recordType(RecordType recordType) {
    this.recordType = recordType;
    return this;
  }

  @Override
  public CommandResponseWriter valueType(ValueType valueType) {
    this.valueType = valueType;
    return this;
  }

  @Override
  public CommandResponseWriter rejectionType(RejectionType rejectionType) {
    this.rejectionType = rejectionType;
    return this;
  }

  @Override
  public CommandResponseWriter rejectionReason(DirectBuffer rejectionReason) {
    this.rejectionReason = BufferUtil.bufferAsString(rejectionReason);
    return this;
  }

  @Override
  public CommandResponseWriter valueWriter(BufferWriter value) {
    var copy = new UnsafeBuffer(new byte[value.getLength()]);
    value.write(copy, 0);
    this.value = copy;
    return this;
  }

  @Override
  public void tryWriteResponse(int requestStreamId, long requestId) {
    if (requestStreamId != streamId) {
      return;
    }
    CommandAnswer answer = answer(log.lastPosition());
    log.whenKept(() -> answered.accept(requestId, answer));
  }

  private CommandAnswer answer(long position) {
    if (recordType == RecordType.COMMAND_REJECTION) {
      return new CommandAnswer.Rejected(
          position, rejectionType, rejectionReason, valueType, intent);
    }
    UnifiedRecordValue read = UnifiedRecordValue.fromValueType(valueType);
    read.wrap(value);
    return new CommandAnswer.Accepted(position, key, valueType, intent, read);
  }
}
