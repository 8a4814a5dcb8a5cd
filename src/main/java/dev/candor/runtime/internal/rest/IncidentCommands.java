package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.request.Engine;
import dev.candor.runtime.internal.request.OperationReference;

/** Says that what caused an incident is mended. */
final class IncidentCommands implements Resource {

  private final Engine engine;

  IncidentCommands(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post("/incidents/{incidentKey}/resolution", this::resolve);
  }

  private Reply resolve(Exchange exchange) {
    OperationReference body = exchange.optionalBody(OperationReference.class);
    engine.carryOut(body.resolveIncident(exchange.key("incidentKey")));
    return Reply.noContent();
  }
}
