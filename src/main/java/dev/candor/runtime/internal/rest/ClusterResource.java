package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.RuntimeCore;
import dev.candor.runtime.internal.RuntimeCore.Health;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Problem;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.request.Engine;
import io.camunda.client.protocol.rest.BrokerInfo;
import io.camunda.client.protocol.rest.CamundaUserResult;
import io.camunda.client.protocol.rest.LicenseResponse;
import io.camunda.client.protocol.rest.Partition;
import io.camunda.client.protocol.rest.TenantResult;
import io.camunda.client.protocol.rest.TopologyResponse;
import io.camunda.zeebe.util.VersionUtil;
import java.util.List;
import java.util.Map;

/** What this cluster of one is, and how it is. */
final class ClusterResource implements Resource {

  private final RuntimeCore core;

  ClusterResource(RuntimeCore core) {
    this.core = core;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .get("/topology", this::topology)
        .get("/status", this::status)
        .get("/license", this::license)
        .get("/authentication/me", this::me);
  }

  private Reply topology(Exchange exchange) {
    Partition partition =
        new Partition()
            .partitionId(1)
            .role(Partition.RoleEnum.LEADER)
            .health(
                switch (core.health()) {
                  case HEALTHY -> Partition.HealthEnum.HEALTHY;
                  case STARTING, READ_ONLY -> Partition.HealthEnum.UNHEALTHY;
                  case DEAD, CLOSED -> Partition.HealthEnum.DEAD;
                });
    return Reply.json(
        new TopologyResponse()
            .addBrokersItem(
                new BrokerInfo()
                    .nodeId(0)
                    .host(exchange.cameInBy().getHostString())
                    .port(exchange.cameInBy().getPort())
                    .version(VersionUtil.getVersion())
                    .addPartitionsItem(partition))
            .clusterSize(1)
            .partitionsCount(1)
            .replicationFactor(1)
            .gatewayVersion(VersionUtil.getVersion())
            .lastCompletedChangeId(Long.toString(core.lastPurge())));
  }

  private Reply status(Exchange exchange) {
    if (core.health() != Health.HEALTHY) {
      throw new Problem(503, "UNAVAILABLE", "The engine is " + core.health());
    }
    return Reply.noContent();
  }

  private Reply license(Exchange exchange) {
    return Reply.json(
        new LicenseResponse().validLicense(false).licenseType("unknown").isCommercial(false));
  }

  private Reply me(Exchange exchange) {
    return Reply.json(
        new CamundaUserResult()
            .username("demo")
            .displayName("Demo")
            .authorizedComponents(List.of("*"))
            .addTenantsItem(new TenantResult().tenantId(Engine.TENANT).name("Default"))
            .groups(List.of())
            .roles(List.of())
            .salesPlanType("")
            .c8Links(Map.of())
            .canLogout(false));
  }
}
