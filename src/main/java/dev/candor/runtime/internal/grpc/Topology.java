package dev.candor.runtime.internal.grpc;

import dev.candor.runtime.internal.RuntimeCore;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.BrokerInfo;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Partition;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Partition.PartitionBrokerHealth;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Partition.PartitionBrokerRole;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyResponse;
import io.camunda.zeebe.util.VersionUtil;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/** What this cluster of one is, and how it is. */
final class Topology {

  private final RuntimeCore core;
  private final Supplier<InetSocketAddress> address;

  Topology(RuntimeCore core, Supplier<InetSocketAddress> address) {
    this.core = core;
    this.address = address;
  }

  TopologyResponse show() {
    InetSocketAddress here = address.get();
    Partition partition =
        Partition.newBuilder()
            .setPartitionId(1)
            .setRole(PartitionBrokerRole.LEADER)
            .setHealth(
                switch (core.health()) {
                  case HEALTHY -> PartitionBrokerHealth.HEALTHY;
                  case STARTING, READ_ONLY -> PartitionBrokerHealth.UNHEALTHY;
                  case DEAD, CLOSED -> PartitionBrokerHealth.DEAD;
                })
            .build();
    return TopologyResponse.newBuilder()
        .addBrokers(
            BrokerInfo.newBuilder()
                .setNodeId(0)
                .setHost(here.getHostString())
                .setPort(here.getPort())
                .setVersion(VersionUtil.getVersion())
                .addPartitions(partition))
        .setClusterSize(1)
        .setPartitionsCount(1)
        .setReplicationFactor(1)
        .setGatewayVersion(VersionUtil.getVersion())
        .build();
  }
}
