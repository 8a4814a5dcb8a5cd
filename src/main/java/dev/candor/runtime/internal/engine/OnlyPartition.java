package dev.candor.runtime.internal.engine;

import io.camunda.zeebe.logstreams.log.LogAppendEntry;
import io.camunda.zeebe.logstreams.log.LogStreamWriter;
import io.camunda.zeebe.logstreams.log.WriteContext;
import io.camunda.zeebe.protocol.impl.encoding.AuthInfo;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.stream.api.InterPartitionCommandSender;
import org.jspecify.annotations.Nullable;

/** What goes from partition to partition comes back here: there is one. */
final class OnlyPartition implements InterPartitionCommandSender {

  static final int ID = 1;

  private final LogStreamWriter writer;

  OnlyPartition(LogStreamWriter writer) {
    this.writer = writer;
  }

  @Override
  public void sendCommand(
      int receiver,
      ValueType valueType,
      Intent intent,
      @Nullable Long key,
      UnifiedRecordValue value,
      @Nullable AuthInfo authorization) {
    var metadata =
        new RecordMetadata()
            .recordType(RecordType.COMMAND)
            .valueType(valueType)
            .intent(intent)
            .authorization(authorization == null ? new AuthInfo() : authorization);
    writer.tryWrite(
        WriteContext.interPartition(),
        key == null ? LogAppendEntry.of(metadata, value) : LogAppendEntry.of(key, metadata, value));
  }
}
