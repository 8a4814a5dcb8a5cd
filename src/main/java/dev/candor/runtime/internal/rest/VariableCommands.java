package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.request.Engine;
import dev.candor.runtime.internal.request.SetVariables;

/** Sets variables of a process or element instance. */
final class VariableCommands implements Resource {

  private final Engine engine;

  VariableCommands(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void addTo(Routes routes) {
    routes.put("/element-instances/{elementInstanceKey}/variables", this::set);
  }

  private Reply set(Exchange exchange) {
    SetVariables wanted = exchange.body(SetVariables.class);
    engine.carryOut(wanted.command(exchange.key("elementInstanceKey")));
    return Reply.noContent();
  }
}
