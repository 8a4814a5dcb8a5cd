package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.request.Engine;
import dev.candor.runtime.internal.request.OperationReference;
import io.camunda.client.protocol.rest.ResourceResult;
import io.camunda.zeebe.protocol.impl.record.value.deployment.ResourceRecord;
import io.camunda.zeebe.protocol.record.intent.ResourceIntent;

/** Deployed resources: read those that are no process, decision or form; delete any. */
final class ResourcesResource implements Resource {

  private final Engine engine;

  ResourcesResource(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post("/resources/{resourceKey}/deletion", this::delete)
        .get("/resources/{resourceKey}", this::get)
        .get("/resources/{resourceKey}/content", this::content);
  }

  private Reply delete(Exchange exchange) {
    OperationReference body = exchange.optionalBody(OperationReference.class);
    engine.carryOut(body.deleteResource(exchange.key("resourceKey")));
    return new Reply(200, null, new byte[0]);
  }

  private Reply get(Exchange exchange) {
    ResourceRecord resource = fetch(exchange);
    return Reply.json(
        new ResourceResult()
            .resourceKey(Long.toString(resource.getResourceKey()))
            .resourceId(resource.getResourceId())
            .resourceName(resource.getResourceName())
            .version(resource.getVersion())
            .versionTag(resource.getVersionTag())
            .tenantId(resource.getTenantId()));
  }

  private Reply content(Exchange exchange) {
    return Reply.json(fetch(exchange).getResourceProp());
  }

  private ResourceRecord fetch(Exchange exchange) {
    long key = exchange.key("resourceKey");
    return engine
        .carryOut(new Command(ResourceIntent.FETCH, key, new ResourceRecord().setResourceKey(key)))
        .value(ResourceRecord.class);
  }
}
