package dev.candor.process.internal;

import dev.candor.process.FileSet;
import dev.candor.process.ProcessSets.Kind;
import dev.candor.process.ProcessSets.Version;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.DeploymentEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Hands a set to the engine, which takes all of it or nothing. */
@Component
class EngineDeployment {

  private final CamundaClient camunda;
  private final CamundaDecisionTables tables;

  EngineDeployment(CamundaClient camunda, CamundaDecisionTables tables) {
    this.camunda = camunda;
    this.tables = tables;
  }

  /**
   * Answers the version of each process, table and form; an unchanged one keeps the one it has.
   *
   * @throws EngineFailure when the engine will not have it, or does not answer
   */
  List<Version> deploy(FileSet set) {
    DeployResourceCommandStep1 command = camunda.newDeployResourceCommand();
    DeployResourceCommandStep2 all = null;
    for (var file : set.names()) {
      all = (all == null ? command : all).addResourceBytes(set.content(file), file);
    }
    try {
      return versions(set, Objects.requireNonNull(all, "an empty set").send().join());
    } catch (RuntimeException e) {
      throw EngineFailure.of(e);
    } finally {
      tables.forget();
    }
  }

  private static List<Version> versions(FileSet set, DeploymentEvent deployed) {
    var versions = new ArrayList<Version>();
    for (var process : deployed.getProcesses()) {
      var file = process.getResourceName();
      var id = process.getBpmnProcessId();
      versions.add(
          new Version(
              Kind.PROCESS,
              id,
              Diagram.of(set.text(file)).nameOf(id),
              file,
              process.getVersion(),
              process.getProcessDefinitionKey()));
    }
    var requirements = new HashMap<Long, String>();
    deployed
        .getDecisionRequirements()
        .forEach(
            graph -> requirements.put(graph.getDecisionRequirementsKey(), graph.getResourceName()));
    for (var decision : deployed.getDecisions()) {
      versions.add(
          new Version(
              Kind.TABLE,
              decision.getDmnDecisionId(),
              decision.getDmnDecisionName(),
              Objects.requireNonNull(requirements.get(decision.getDecisionRequirementsKey())),
              decision.getVersion(),
              decision.getDecisionKey()));
    }
    for (var form : deployed.getForm()) {
      versions.add(
          new Version(
              Kind.FORM,
              form.getFormId(),
              form.getFormId(),
              form.getResourceName(),
              form.getVersion(),
              form.getFormKey()));
    }
    return versions;
  }
}
