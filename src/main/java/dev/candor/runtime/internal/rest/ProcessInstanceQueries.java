package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.projection.ProcessInstanceRow;
import dev.candor.runtime.internal.projection.Projections;
import dev.candor.runtime.internal.projection.SequenceFlowRow;
import dev.candor.runtime.internal.query.Key;
import io.camunda.client.protocol.rest.ProcessInstanceIncidentSearchQuery;
import io.camunda.client.protocol.rest.ProcessInstanceSearchQuery;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The process instances, what they went through, and who called them. */
final class ProcessInstanceQueries implements Resource {

  /** The flows taken. */
  record Flows(List<SequenceFlowRow> items) {}

  /** A process instance above another. */
  record Caller(Key processInstanceKey, Key processDefinitionKey, String processDefinitionName) {}

  private final Searches searches;
  private final Projections read;

  ProcessInstanceQueries(Searches searches, Projections read) {
    this.searches = searches;
    this.read = read;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post(
            "/process-instances/search",
            exchange ->
                searches.search(
                    exchange, ProcessInstanceSearchQuery.class, read.processInstances.table()))
        .get("/process-instances/{processInstanceKey}", at -> Reply.json(get(at)))
        .get("/process-instances/{processInstanceKey}/sequence-flows", this::flows)
        .get("/process-instances/{processInstanceKey}/call-hierarchy", this::callers)
        .post("/process-instances/{processInstanceKey}/incidents/search", this::incidents);
  }

  private ProcessInstanceRow get(Exchange exchange) {
    return searches.get(
        exchange, "processInstanceKey", "Process instance", read.processInstances.table());
  }

  private Reply flows(Exchange exchange) {
    Key key = new Key(exchange.key("processInstanceKey"));
    searches.catchUp();
    return Reply.json(
        new Flows(read.sequenceFlows.table().where("processInstanceKey", key).toList()));
  }

  private Reply callers(Exchange exchange) {
    Deque<Caller> outermostFirst = new ArrayDeque<>();
    Optional<ProcessInstanceRow> at = Optional.of(get(exchange));
    while (at.isPresent()) {
      ProcessInstanceRow row = at.get();
      outermostFirst.addFirst(
          new Caller(
              row.processInstanceKey(), row.processDefinitionKey(), row.processDefinitionName()));
      at =
          Optional.ofNullable(row.parentProcessInstanceKey())
              .flatMap(read.processInstances.table()::get);
    }
    return Reply.json(outermostFirst);
  }

  /** The process instance and all that it called, however deep. */
  private Stream<Key> withCalled(Key key) {
    return Stream.concat(
        Stream.of(key),
        read.processInstances
            .table()
            .where("parentProcessInstanceKey", key)
            .flatMap(called -> withCalled(called.processInstanceKey())));
  }

  private Reply incidents(Exchange exchange) {
    Key key = get(exchange).processInstanceKey();
    return searches.search(
        exchange,
        ProcessInstanceIncidentSearchQuery.class,
        read.incidents.table(),
        withCalled(key).flatMap(one -> read.incidents.table().where("processInstanceKey", one)),
        row -> row);
  }
}
