package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.command.CommandAnswer.Accepted;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Part;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.request.Deploy;
import dev.candor.runtime.internal.request.Engine;
import io.camunda.client.protocol.rest.DeploymentDecisionRequirementsResult;
import io.camunda.client.protocol.rest.DeploymentDecisionResult;
import io.camunda.client.protocol.rest.DeploymentFormResult;
import io.camunda.client.protocol.rest.DeploymentMetadataResult;
import io.camunda.client.protocol.rest.DeploymentProcessResult;
import io.camunda.client.protocol.rest.DeploymentResourceResult;
import io.camunda.client.protocol.rest.DeploymentResult;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes in diagrams, tables and forms. */
final class DeploymentsResource implements Resource {

  private final Engine engine;

  DeploymentsResource(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post("/deployments", this::deploy);
  }

  private Reply deploy(Exchange exchange) {
    List<Deploy.Resource> resources = new ArrayList<>();
    String tenantId = null;
    for (Part part : exchange.parts()) {
      if (part.name().equals("tenantId")) {
        tenantId = new String(part.content(), StandardCharsets.UTF_8);
      } else {
        resources.add(new Deploy.Resource(part.fileName(), part.content()));
      }
    }
    Accepted created = engine.carryOut(new Deploy(resources, tenantId).command());
    return Reply.json(result(created.key(), created.value(DeploymentRecord.class)));
  }

  private static DeploymentResult result(long key, DeploymentRecord deployed) {
    DeploymentResult result =
        new DeploymentResult().deploymentKey(Long.toString(key)).tenantId(deployed.getTenantId());
    deployed
        .getProcessesMetadata()
        .forEach(
            process ->
                result.addDeploymentsItem(
                    new DeploymentMetadataResult()
                        .processDefinition(
                            new DeploymentProcessResult()
                                .processDefinitionId(process.getBpmnProcessId())
                                .processDefinitionVersion(process.getVersion())
                                .processDefinitionKey(text(process.getProcessDefinitionKey()))
                                .resourceName(process.getResourceName())
                                .tenantId(process.getTenantId()))));
    deployed
        .getDecisionsMetadata()
        .forEach(
            decision ->
                result.addDeploymentsItem(
                    new DeploymentMetadataResult()
                        .decisionDefinition(
                            new DeploymentDecisionResult()
                                .decisionDefinitionId(decision.getDecisionId())
                                .decisionDefinitionKey(text(decision.getDecisionKey()))
                                .decisionRequirementsId(decision.getDecisionRequirementsId())
                                .decisionRequirementsKey(
                                    text(decision.getDecisionRequirementsKey()))
                                .name(decision.getDecisionName())
                                .version(decision.getVersion())
                                .tenantId(decision.getTenantId()))));
    deployed
        .getDecisionRequirementsMetadata()
        .forEach(
            file ->
                result.addDeploymentsItem(
                    new DeploymentMetadataResult()
                        .decisionRequirements(
                            new DeploymentDecisionRequirementsResult()
                                .decisionRequirementsId(file.getDecisionRequirementsId())
                                .decisionRequirementsKey(text(file.getDecisionRequirementsKey()))
                                .decisionRequirementsName(file.getDecisionRequirementsName())
                                .version(file.getDecisionRequirementsVersion())
                                .resourceName(file.getResourceName())
                                .tenantId(file.getTenantId()))));
    deployed
        .getFormMetadata()
        .forEach(
            form ->
                result.addDeploymentsItem(
                    new DeploymentMetadataResult()
                        .form(
                            new DeploymentFormResult()
                                .formId(form.getFormId())
                                .formKey(text(form.getFormKey()))
                                .version(form.getVersion())
                                .resourceName(form.getResourceName())
                                .tenantId(form.getTenantId()))));
    deployed
        .getResourceMetadata()
        .forEach(
            resource ->
                result.addDeploymentsItem(
                    new DeploymentMetadataResult()
                        .resource(
                            new DeploymentResourceResult()
                                .resourceId(resource.getResourceId())
                                .resourceKey(text(resource.getResourceKey()))
                                .version(resource.getVersion())
                                .resourceName(resource.getResourceName())
                                .tenantId(resource.getTenantId()))));
    return result;
  }

  private static String text(long key) {
    return Long.toString(key);
  }
}
