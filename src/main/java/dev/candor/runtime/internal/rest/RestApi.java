package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.RuntimeCore;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.projection.Projections;
import dev.candor.runtime.internal.request.Engine;
import java.util.List;

/** All of the Orchestration Cluster REST API that is served. */
public final class RestApi {

  static final String PREFIX = "/v2";

  private RestApi() {}

  /**
   * Every operation of the contract: served, or answered with "not implemented". To be made before
   * the core starts.
   */
  public static Routes routes(RuntimeCore core) {
    Routes routes = served(core);
    Contract.addNotServedTo(routes);
    return routes;
  }

  static Routes served(RuntimeCore core) {
    Engine engine = new Engine(core);
    Projections read = core.projections();
    Searches searches = new Searches(engine);
    Routes routes = new Routes(PREFIX, Problems::in);
    List.of(
            new ClusterResource(core),
            new ClockResource(core.clock()),
            new DeploymentsResource(engine),
            new ResourcesResource(engine),
            new ProcessInstanceCommands(engine),
            new ProcessInstanceChanges(engine),
            new AdHocSubProcessCommands(engine),
            new VariableCommands(engine),
            new JobActivation(engine),
            new JobCommands(engine),
            new UserTaskCommands(engine),
            new IncidentCommands(engine),
            new MessagesResource(engine),
            new SignalsResource(engine),
            new DecisionEvaluations(engine),
            new ProcessDefinitionQueries(searches, read),
            new ProcessInstanceQueries(searches, read),
            new ElementStatistics(searches, read),
            new ElementInstanceQueries(searches, read.elementInstances),
            new UserTaskQueries(searches, read),
            new VariableQueries(searches, read.variables),
            new IncidentQueries(searches, read.incidents),
            new WorkQueries(searches, read),
            new DecisionQueries(searches, read))
        .forEach(resource -> resource.addTo(routes));
    return routes;
  }
}
