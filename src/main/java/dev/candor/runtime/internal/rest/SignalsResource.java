package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.command.CommandAnswer.Accepted;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import io.camunda.client.protocol.rest.SignalBroadcastResult;
import io.camunda.zeebe.protocol.impl.record.value.signal.SignalRecord;
import io.camunda.zeebe.protocol.record.intent.SignalIntent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signals: heard by everybody who waits for them. */
final class SignalsResource implements Resource {

  /** A signal with what it says. */
  record Broadcast(
      @Nullable String signalName,
      @Nullable Map<String, Object> variables,
      @Nullable String tenantId) {}

  private final Engine engine;

  SignalsResource(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post("/signals/broadcast", this::broadcast);
  }

  private Reply broadcast(Exchange exchange) {
    Broadcast signal = exchange.body(Broadcast.class);
    Accepted sent =
        engine.carryOut(
            new Command(
                SignalIntent.BROADCAST,
                new SignalRecord()
                    .setSignalName(Values.required("signalName", signal.signalName))
                    .setVariables(Values.variables(signal.variables))
                    .setTenantId(Values.tenant(signal.tenantId))));
    return Reply.json(
        new SignalBroadcastResult().signalKey(Long.toString(sent.key())).tenantId(Engine.TENANT));
  }
}
