package dev.candor.runtime.internal.management;

import dev.candor.runtime.internal.RuntimeCore;
import dev.candor.runtime.internal.http.Routes;

/** What operators and process tests ask for. */
public final class ManagementApi {

  private ManagementApi() {}

  public static Routes routes(RuntimeCore core) {
    Routes routes = new Routes("/actuator");
    new ClusterEndpoints(core).addTo(routes);
    new ClockEndpoints(core.clock()).addTo(routes);
    return routes;
  }
}
