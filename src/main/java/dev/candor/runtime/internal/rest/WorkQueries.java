package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.projection.Projections;
import io.camunda.client.protocol.rest.CorrelatedMessageSubscriptionSearchQuery;
import io.camunda.client.protocol.rest.JobSearchQuery;
import io.camunda.client.protocol.rest.MessageSubscriptionSearchQuery;

/** The jobs, who waits for messages, and which messages arrived. */
final class WorkQueries implements Resource {

  private final Searches searches;
  private final Projections read;

  WorkQueries(Searches searches, Projections read) {
    this.searches = searches;
    this.read = read;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post(
            "/jobs/search",
            exchange -> searches.search(exchange, JobSearchQuery.class, read.jobs.table()))
        .post(
            "/message-subscriptions/search",
            exchange ->
                searches.search(
                    exchange,
                    MessageSubscriptionSearchQuery.class,
                    read.messageSubscriptions.table()))
        .post(
            "/correlated-message-subscriptions/search",
            exchange ->
                searches.search(
                    exchange,
                    CorrelatedMessageSubscriptionSearchQuery.class,
                    read.correlatedMessages.table()));
  }
}
