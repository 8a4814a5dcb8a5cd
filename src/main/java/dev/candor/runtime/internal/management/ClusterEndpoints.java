package dev.candor.runtime.internal.management;

import dev.candor.runtime.internal.RuntimeCore;
import dev.candor.runtime.internal.RuntimeCore.Health;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Problem;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import java.util.List;
import java.util.Map;

/** Purge, health and metrics. */
final class ClusterEndpoints {

  /**
   * A change that was asked for.
   *
   * @param changeId the topology's {@code lastCompletedChangeId} reaches it when it is done
   */
  record Change(long changeId, List<Object> plannedChanges) {}

  private final RuntimeCore core;

  ClusterEndpoints(RuntimeCore core) {
    this.core = core;
  }

  void addTo(Routes routes) {
    routes
        .post("/cluster/purge", this::purge)
        .get("/health", this::health)
        .get("/health/readiness", this::health)
        .get("/health/liveness", this::liveness)
        .get("/prometheus", this::metrics);
  }

  private Reply purge(Exchange exchange) {
    if (exchange.query("dryRun").map(Boolean::parseBoolean).orElse(false)) {
      throw new Problem(501, "NOT_IMPLEMENTED", "This runtime cannot rehearse a purge");
    }
    return Reply.json(202, new Change(core.purge(), List.of()));
  }

  private Reply health(Exchange exchange) {
    return answer(core.health(), core.health() == Health.HEALTHY);
  }

  private Reply liveness(Exchange exchange) {
    return answer(core.health(), core.health() != Health.DEAD && core.health() != Health.CLOSED);
  }

  private static Reply answer(Health health, boolean up) {
    return Reply.json(
        up ? 200 : 503,
        Map.of("status", up ? "UP" : "DOWN", "details", Map.of("engine", health.name())));
  }

  private Reply metrics(Exchange exchange) {
    return Reply.text(
        "text/plain;version=0.0.4;charset=utf-8", PrometheusText.of(core.meters().getMeters()));
  }
}
