package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.projection.Incidents;
import io.camunda.client.protocol.rest.IncidentSearchQuery;

/** What keeps instances from going on. */
final class IncidentQueries implements Resource {

  private final Searches searches;
  private final Incidents incidents;

  IncidentQueries(Searches searches, Incidents incidents) {
    this.searches = searches;
    this.incidents = incidents;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post(
            "/incidents/search",
            exchange -> searches.search(exchange, IncidentSearchQuery.class, incidents.table()))
        .get(
            "/incidents/{incidentKey}",
            exchange ->
                Reply.json(searches.get(exchange, "incidentKey", "Incident", incidents.table())));
  }
}
