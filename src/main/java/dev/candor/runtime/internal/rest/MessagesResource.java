package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.command.CommandAnswer.Accepted;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import io.camunda.client.protocol.rest.MessageCorrelationResult;
import io.camunda.client.protocol.rest.MessagePublicationResult;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageCorrelationRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageRecord;
import io.camunda.zeebe.protocol.record.intent.MessageCorrelationIntent;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages: published to wait for their instance, or correlated at once. */
final class MessagesResource implements Resource {

  /**
   * A message that may wait.
   *
   * @param timeToLive milliseconds
   */
  record Publication(
      @Nullable String name,
      @Nullable String correlationKey,
      @Nullable Long timeToLive,
      @Nullable String messageId,
      @Nullable Map<String, Object> variables,
      @Nullable String tenantId) {}

  /** A message that does not wait. */
  record Correlation(
      @Nullable String name,
      @Nullable String correlationKey,
      @Nullable Map<String, Object> variables,
      @Nullable String tenantId) {}

  private final Engine engine;

  MessagesResource(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post("/messages/publication", this::publish)
        .post("/messages/correlation", this::correlate);
  }

  private Reply publish(Exchange exchange) {
    Publication message = exchange.body(Publication.class);
    MessageRecord record =
        new MessageRecord()
            .setName(Values.required("messageName", message.name))
            .setCorrelationKey(Values.text(message.correlationKey))
            .setTimeToLive(message.timeToLive == null ? 0 : message.timeToLive)
            .setVariables(Values.variables(message.variables))
            .setTenantId(Values.tenant(message.tenantId));
    if (message.messageId != null) {
      record.setMessageId(message.messageId);
    }
    Accepted published = engine.carryOut(new Command(MessageIntent.PUBLISH, record));
    return Reply.json(
        new MessagePublicationResult()
            .messageKey(Long.toString(published.key()))
            .tenantId(Engine.TENANT));
  }

  private Reply correlate(Exchange exchange) {
    Correlation message = exchange.body(Correlation.class);
    MessageCorrelationRecord record =
        new MessageCorrelationRecord()
            .setName(Values.required("messageName", message.name))
            .setCorrelationKey(Values.text(message.correlationKey))
            .setVariables(Values.variables(message.variables))
            .setTenantId(Values.tenant(message.tenantId));
    MessageCorrelationRecord correlated =
        engine
            .carryOut(new Command(MessageCorrelationIntent.CORRELATE, record))
            .value(MessageCorrelationRecord.class);
    return Reply.json(
        new MessageCorrelationResult()
            .messageKey(Long.toString(correlated.getMessageKey()))
            .processInstanceKey(Long.toString(correlated.getProcessInstanceKey()))
            .tenantId(correlated.getTenantId()));
  }
}
