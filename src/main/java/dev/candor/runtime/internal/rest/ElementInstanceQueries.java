package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.projection.ElementInstances;
import io.camunda.client.protocol.rest.ElementInstanceSearchQuery;

/** Where process instances stand and were. */
final class ElementInstanceQueries implements Resource {

  private final Searches searches;
  private final ElementInstances elements;

  ElementInstanceQueries(Searches searches, ElementInstances elements) {
    this.searches = searches;
    this.elements = elements;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post(
            "/element-instances/search",
            exchange ->
                searches.search(exchange, ElementInstanceSearchQuery.class, elements.table()))
        .get(
            "/element-instances/{elementInstanceKey}",
            exchange ->
                Reply.json(
                    searches.get(
                        exchange, "elementInstanceKey", "Element instance", elements.table())));
  }
}
