package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.request.CompleteJob;
import dev.candor.runtime.internal.request.Engine;
import dev.candor.runtime.internal.request.FailJob;
import dev.candor.runtime.internal.request.ThrowError;
import dev.candor.runtime.internal.request.UpdateJob;

/** What a worker says about its job. */
final class JobCommands implements Resource {

  private final Engine engine;

  JobCommands(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post("/jobs/{jobKey}/completion", this::complete)
        .post("/jobs/{jobKey}/failure", this::fail)
        .post("/jobs/{jobKey}/error", this::throwError)
        .patch("/jobs/{jobKey}", this::update);
  }

  private Reply complete(Exchange exchange) {
    return carryOut(exchange.optionalBody(CompleteJob.class).command(exchange.key("jobKey")));
  }

  private Reply fail(Exchange exchange) {
    return carryOut(exchange.optionalBody(FailJob.class).command(exchange.key("jobKey")));
  }

  private Reply throwError(Exchange exchange) {
    return carryOut(exchange.body(ThrowError.class).command(exchange.key("jobKey")));
  }

  private Reply update(Exchange exchange) {
    return carryOut(exchange.body(UpdateJob.class).command(exchange.key("jobKey")));
  }

  private Reply carryOut(Command command) {
    engine.carryOut(command);
    return Reply.noContent();
  }
}
