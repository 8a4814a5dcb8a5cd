package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import io.camunda.zeebe.protocol.impl.record.value.incident.IncidentRecord;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;

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
    engine.carryOut(
        new Command(IncidentIntent.RESOLVE, exchange.key("incidentKey"), new IncidentRecord())
            .withOperationReference(Values.reference(body.operationReference())));
    return Reply.noContent();
  }
}
