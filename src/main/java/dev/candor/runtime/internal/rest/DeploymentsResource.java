package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.command.CommandAnswer.Accepted;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Part;
import dev.candor.runtime.internal.http.Problem;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import io.camunda.client.protocol.rest.DeploymentDecisionRequirementsResult;
import io.camunda.client.protocol.rest.DeploymentDecisionResult;
import io.camunda.client.protocol.rest.DeploymentFormResult;
import io.camunda.client.protocol.rest.DeploymentMetadataResult;
import io.camunda.client.protocol.rest.DeploymentProcessResult;
import io.camunda.client.protocol.rest.DeploymentResourceResult;
import io.camunda.client.protocol.rest.DeploymentResult;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.record.intent.DeploymentIntent;
import java.nio.charset.StandardCharsets;

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
    DeploymentRecord deployment = new DeploymentRecord().setTenantId(Engine.TENANT);
    boolean empty = true;
    for (Part part : exchange.parts()) {
      if (part.name().equals("tenantId")) {
        Values.tenant(new String(part.content(), StandardCharsets.UTF_8));
      } else {
        deployment
            .resources()
            .add()
            .setResourceName(Values.required("file name of a resource", part.fileName()))
            .setResource(part.content());
        empty = false;
      }
    }
    if (empty) {
      throw Problem.invalid("No resources provided");
    }
    Accepted created = engine.carryOut(new Command(DeploymentIntent.CREATE, deployment));
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
