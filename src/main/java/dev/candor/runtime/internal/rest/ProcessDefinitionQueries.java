package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.projection.ProcessDefinitionRow;
import dev.candor.runtime.internal.projection.ProcessModel;
import dev.candor.runtime.internal.projection.Projections;
import io.camunda.client.protocol.rest.ProcessDefinitionSearchQuery;
import java.util.Optional;

/** The deployed processes, their diagrams and start forms. */
final class ProcessDefinitionQueries implements Resource {

  private final Searches searches;
  private final Projections read;

  ProcessDefinitionQueries(Searches searches, Projections read) {
    this.searches = searches;
    this.read = read;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post(
            "/process-definitions/search",
            exchange ->
                searches.search(
                    exchange, ProcessDefinitionSearchQuery.class, read.processDefinitions.table()))
        .get("/process-definitions/{processDefinitionKey}", at -> Reply.json(get(at)))
        .get(
            "/process-definitions/{processDefinitionKey}/xml",
            at -> Reply.text("text/xml;charset=UTF-8", model(at).xml()))
        .get("/process-definitions/{processDefinitionKey}/form", this::startForm);
  }

  private ProcessDefinitionRow get(Exchange exchange) {
    return searches.get(
        exchange, "processDefinitionKey", "Process definition", read.processDefinitions.table());
  }

  private ProcessModel model(Exchange exchange) {
    return read.processDefinitions.model(get(exchange).processDefinitionKey()).orElseThrow();
  }

  private Reply startForm(Exchange exchange) {
    return FormView.reply(
        Optional.ofNullable(model(exchange).startFormId()).flatMap(read.forms::latest));
  }
}
