package dev.candor.runtime.internal.request;

import dev.candor.runtime.internal.command.Command;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageRecord;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that may wait for its instance.
 *
 * @param timeToLive milliseconds
 */
public record PublishMessage(
    @Nullable String name,
    @Nullable String correlationKey,
    @Nullable Long timeToLive,
    @Nullable String messageId,
    @Nullable Map<String, Object> variables,
    @Nullable String tenantId) {

  public Command command() {
    MessageRecord record =
        new MessageRecord()
            .setName(Values.required("messageName", name))
            .setCorrelationKey(Values.text(correlationKey))
            .setTimeToLive(timeToLive == null ? 0 : timeToLive)
            .setVariables(Values.variables(variables))
            .setTenantId(Values.tenant(tenantId));
    if (messageId != null) {
      record.setMessageId(messageId);
    }
    return new Command(MessageIntent.PUBLISH, record);
  }
}
