package dev.candor.runtime.internal.request;

import dev.candor.runtime.internal.command.Command;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.record.intent.DeploymentIntent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Diagrams, tables and forms to take in: all of them, or none. */
public record Deploy(List<Resource> resources, @Nullable String tenantId) {

  /**
   * One file.
   *
   * @param name its ending says what it is
   */
  public record Resource(@Nullable String name, byte[] content) {}

  public Command command() {
    if (resources.isEmpty()) {
      throw Refusal.invalid("No resources provided");
    }
    DeploymentRecord deployment = new DeploymentRecord().setTenantId(Values.tenant(tenantId));
    for (Resource resource : resources) {
      deployment
          .resources()
          .add()
          .setResourceName(Values.required("file name of a resource", resource.name))
          .setResource(resource.content);
    }
    return new Command(DeploymentIntent.CREATE, deployment);
  }
}
