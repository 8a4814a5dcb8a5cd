package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.projection.Variables;
import io.camunda.client.protocol.rest.VariableSearchQuery;

/** The variables. */
final class VariableQueries implements Resource {

  private final Searches searches;
  private final Variables variables;

  VariableQueries(Searches searches, Variables variables) {
    this.searches = searches;
    this.variables = variables;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post("/variables/search", this::search)
        .get(
            "/variables/{variableKey}",
            exchange ->
                Reply.json(searches.get(exchange, "variableKey", "Variable", variables.table())));
  }

  private Reply search(Exchange exchange) {
    boolean cut = cut(exchange);
    return searches.search(
        exchange,
        VariableSearchQuery.class,
        variables.table(),
        null,
        row -> VariableView.of(row, cut));
  }

  /** Whether long values are cut off, as they are unless the client says otherwise. */
  static boolean cut(Exchange exchange) {
    return exchange.query("truncateValues").map(Boolean::parseBoolean).orElse(true);
  }
}
