package dev.candor.runtime.internal.grpc;

import dev.candor.runtime.internal.request.Engine;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.grpc.ServerServiceDefinition;

/** Every call of gateway.proto. */
final class GatewayService {

  private GatewayService() {}

  static ServerServiceDefinition over(
      Engine engine, WorkerStreams streams, Calls calls, Topology topology) {
    Rpcs rpcs =
        new Rpcs(engine, calls)
            .answer(GatewayGrpc.getTopologyMethod(), (request, caller) -> topology.show());
    DefinitionCalls.addTo(rpcs);
    InstanceCalls.addTo(rpcs, engine);
    MessageCalls.addTo(rpcs);
    JobCalls.addTo(rpcs, engine, streams);
    return rpcs.build();
  }
}
