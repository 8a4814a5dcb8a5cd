package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.command.CommandAnswer.Accepted;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.request.BroadcastSignal;
import dev.candor.runtime.internal.request.Engine;
import io.camunda.client.protocol.rest.SignalBroadcastResult;

/** Signals: heard by everybody who waits for them. */
final class SignalsResource implements Resource {

  private final Engine engine;

  SignalsResource(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post("/signals/broadcast", this::broadcast);
  }

  private Reply broadcast(Exchange exchange) {
    Accepted sent = engine.carryOut(exchange.body(BroadcastSignal.class).command());
    return Reply.json(
        new SignalBroadcastResult().signalKey(Long.toString(sent.key())).tenantId(Engine.TENANT));
  }
}
