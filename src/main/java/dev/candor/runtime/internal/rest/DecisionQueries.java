package dev.candor.runtime.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Json;
import dev.candor.runtime.internal.http.Problem;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.projection.DecisionDefinitionRow;
import dev.candor.runtime.internal.projection.DecisionInstanceRow;
import dev.candor.runtime.internal.projection.DecisionRequirementsRow;
import dev.candor.runtime.internal.projection.Projections;
import dev.candor.runtime.internal.query.Key;
import io.camunda.client.protocol.rest.DecisionDefinitionSearchQuery;
import io.camunda.client.protocol.rest.DecisionInstanceSearchQuery;
import io.camunda.client.protocol.rest.DecisionRequirementsSearchQuery;
import java.util.List;

/** The deployed decisions and how they were evaluated. */
final class DecisionQueries implements Resource {

  private final Searches searches;
  private final Projections read;

  DecisionQueries(Searches searches, Projections read) {
    this.searches = searches;
    this.read = read;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post(
            "/decision-definitions/search",
            exchange ->
                searches.search(
                    exchange,
                    DecisionDefinitionSearchQuery.class,
                    read.decisionDefinitions.table()))
        .get("/decision-definitions/{decisionDefinitionKey}", at -> Reply.json(definition(at)))
        .get(
            "/decision-definitions/{decisionDefinitionKey}/xml",
            at -> xml(definition(at).decisionRequirementsKey()))
        .post(
            "/decision-requirements/search",
            exchange ->
                searches.search(
                    exchange,
                    DecisionRequirementsSearchQuery.class,
                    read.decisionRequirements.table()))
        .get("/decision-requirements/{decisionRequirementsKey}", at -> Reply.json(file(at)))
        .get(
            "/decision-requirements/{decisionRequirementsKey}/xml",
            at -> xml(file(at).decisionRequirementsKey()))
        .post("/decision-instances/search", this::searchInstances)
        .get("/decision-instances/{decisionEvaluationInstanceKey}", this::instance);
  }

  private DecisionDefinitionRow definition(Exchange exchange) {
    return searches.get(
        exchange, "decisionDefinitionKey", "Decision definition", read.decisionDefinitions.table());
  }

  private DecisionRequirementsRow file(Exchange exchange) {
    return searches.get(
        exchange,
        "decisionRequirementsKey",
        "Decision requirements",
        read.decisionRequirements.table());
  }

  private Reply xml(Key requirements) {
    return read.decisionRequirements
        .xml(requirements)
        .map(xml -> Reply.text("text/xml;charset=UTF-8", xml))
        .orElseThrow(() -> Problem.notFound("No DMN with key '" + requirements + "'"));
  }

  private Reply searchInstances(Exchange exchange) {
    return searches.search(
        exchange,
        DecisionInstanceSearchQuery.class,
        read.decisionInstances.table(),
        null,
        DecisionQueries::withoutDetails);
  }

  /** A list shows neither inputs nor rules. */
  private static ObjectNode withoutDetails(DecisionInstanceRow row) {
    ObjectNode shown = Json.MAPPER.valueToTree(row);
    return shown.remove(List.of("evaluatedInputs", "matchedRules"));
  }

  private Reply instance(Exchange exchange) {
    return Reply.json(
        searches.get(
            exchange.parameter("decisionEvaluationInstanceKey"),
            "Decision instance",
            read.decisionInstances.table()));
  }
}
