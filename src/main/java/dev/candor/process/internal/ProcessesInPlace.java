package dev.candor.process.internal;

import dev.candor.process.ServiceNames;
import io.camunda.client.CamundaClient;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Whether the engine has the processes. A message that comes before them starts nothing, also not
 * later: the engine looks for a start event when it gets a message, and never again.
 */
@Component
class ProcessesInPlace {

  private final CamundaClient camunda;
  private final BooleanSupplier deployed;
  private final ProcessSettings settings;
  private volatile boolean seen;

  @Autowired
  ProcessesInPlace(CamundaClient camunda, Deployment deployment, ProcessSettings settings) {
    this(camunda, deployment::isDone, settings);
  }

  ProcessesInPlace(CamundaClient camunda, BooleanSupplier deployed, ProcessSettings settings) {
    this.camunda = camunda;
    this.deployed = deployed;
    this.settings = settings;
  }

  /** Where others deploy, the engine is asked until it says yes once. */
  boolean areThere() {
    if (settings.deploy()) {
      return deployed.getAsBoolean();
    }
    if (!seen) {
      seen = engineKnowsThem();
    }
    return seen;
  }

  private boolean engineKnowsThem() {
    try {
      return !camunda
          .newProcessDefinitionSearchRequest()
          .filter(filter -> filter.processDefinitionId(ServiceNames.FIRST_PROCESS))
          .page(page -> page.limit(1))
          .send()
          .join()
          .items()
          .isEmpty();
    } catch (RuntimeException notNow) {
      return false;
    }
  }
}
