package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.command.CommandAnswer.Accepted;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.request.Engine;
import dev.candor.runtime.internal.request.PublishMessage;
import dev.candor.runtime.internal.request.Values;
import io.camunda.client.protocol.rest.MessageCorrelationResult;
import io.camunda.client.protocol.rest.MessagePublicationResult;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageCorrelationRecord;
import io.camunda.zeebe.protocol.record.intent.MessageCorrelationIntent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages: published to wait for their instance, or correlated at once. */
final class MessagesResource implements Resource {

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
    Accepted published = engine.carryOut(exchange.body(PublishMessage.class).command());
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
