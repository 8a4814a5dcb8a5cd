package dev.candor.runtime.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.projection.ElementInstanceRow;
import dev.candor.runtime.internal.projection.Projections;
import dev.candor.runtime.internal.query.Key;
import io.camunda.client.protocol.rest.ProcessDefinitionElementStatisticsQuery;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How many instances of each element there are, of one process instance or of many. */
final class ElementStatistics implements Resource {

  /** The counts of one element; an active one that waits for an incident counts as incident. */
  record Count(String elementId, long active, long canceled, long incidents, long completed) {

    static Count none(String elementId) {
      return new Count(elementId, 0, 0, 0, 0);
    }

    Count with(ElementInstanceRow row) {
      return switch (row.state()) {
        case ACTIVE ->
            row.hasIncident()
                ? new Count(elementId, active, canceled, incidents + 1, completed)
                : new Count(elementId, active + 1, canceled, incidents, completed);
        case TERMINATED -> new Count(elementId, active, canceled + 1, incidents, completed);
        case COMPLETED -> new Count(elementId, active, canceled, incidents, completed + 1);
      };
    }
  }

  /** The counts, by element. */
  record Counts(List<Count> items) {}

  private final Searches searches;
  private final Projections read;

  ElementStatistics(Searches searches, Projections read) {
    this.searches = searches;
    this.read = read;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .get(
            "/process-instances/{processInstanceKey}/statistics/element-instances",
            this::ofInstance)
        .post(
            "/process-definitions/{processDefinitionKey}/statistics/element-instances",
            this::ofDefinition);
  }

  private Reply ofInstance(Exchange exchange) {
    Key key = new Key(exchange.key("processInstanceKey"));
    searches.catchUp();
    return Reply.json(count(elements(key)));
  }

  private Reply ofDefinition(Exchange exchange) {
    Key key = new Key(exchange.key("processDefinitionKey"));
    ObjectNode filter = searches.filter(exchange, ProcessDefinitionElementStatisticsQuery.class);
    filter.put("processDefinitionKey", key.toString());
    return Reply.json(
        count(
            searches
                .matching(filter, read.processInstances.table())
                .flatMap(row -> elements(row.processInstanceKey()))));
  }

  private Stream<ElementInstanceRow> elements(Key processInstance) {
    return read.elementInstances.table().where("processInstanceKey", processInstance);
  }

  private static Counts count(Stream<ElementInstanceRow> elements) {
    Map<String, Count> counts = new TreeMap<>();
    elements.forEach(
        row ->
            counts.compute(
                row.elementId(),
                (id, before) -> (before == null ? Count.none(id) : before).with(row)));
    return new Counts(List.copyOf(counts.values()));
  }
}
