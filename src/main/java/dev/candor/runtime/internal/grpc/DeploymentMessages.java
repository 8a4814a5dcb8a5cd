package dev.candor.runtime.internal.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DecisionMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DecisionRequirementsMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Deployment;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FormMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ProcessMetadata;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import java.util.List;

/** Shows a deployment as gateway.proto has it. */
final class DeploymentMessages {

  private DeploymentMessages() {}

  static DeployResourceResponse show(long key, DeploymentRecord deployed) {
    DeployResourceResponse.Builder response =
        DeployResourceResponse.newBuilder().setKey(key).setTenantId(deployed.getTenantId());
    processes(deployed)
        .forEach(process -> response.addDeployments(Deployment.newBuilder().setProcess(process)));
    addDecisions(deployed, response);
    deployed
        .getFormMetadata()
        .forEach(
            form ->
                response.addDeployments(
                    Deployment.newBuilder()
                        .setForm(
                            FormMetadata.newBuilder()
                                .setFormId(form.getFormId())
                                .setVersion(form.getVersion())
                                .setFormKey(form.getFormKey())
                                .setResourceName(form.getResourceName())
                                .setTenantId(form.getTenantId()))));
    return response.build();
  }

  static List<ProcessMetadata> processes(DeploymentRecord deployed) {
    return deployed.getProcessesMetadata().stream()
        .map(
            process ->
                ProcessMetadata.newBuilder()
                    .setBpmnProcessId(process.getBpmnProcessId())
                    .setVersion(process.getVersion())
                    .setProcessDefinitionKey(process.getProcessDefinitionKey())
                    .setResourceName(process.getResourceName())
                    .setTenantId(process.getTenantId())
                    .build())
        .toList();
  }

  private static void addDecisions(
      DeploymentRecord deployed, DeployResourceResponse.Builder response) {
    deployed
        .getDecisionsMetadata()
        .forEach(
            decision ->
                response.addDeployments(
                    Deployment.newBuilder()
                        .setDecision(
                            DecisionMetadata.newBuilder()
                                .setDmnDecisionId(decision.getDecisionId())
                                .setDmnDecisionName(decision.getDecisionName())
                                .setVersion(decision.getVersion())
                                .setDecisionKey(decision.getDecisionKey())
                                .setDmnDecisionRequirementsId(decision.getDecisionRequirementsId())
                                .setDecisionRequirementsKey(decision.getDecisionRequirementsKey())
                                .setTenantId(decision.getTenantId()))));
    deployed
        .getDecisionRequirementsMetadata()
        .forEach(
            file ->
                response.addDeployments(
                    Deployment.newBuilder()
                        .setDecisionRequirements(
                            DecisionRequirementsMetadata.newBuilder()
                                .setDmnDecisionRequirementsId(file.getDecisionRequirementsId())
                                .setDmnDecisionRequirementsName(file.getDecisionRequirementsName())
                                .setVersion(file.getDecisionRequirementsVersion())
                                .setDecisionRequirementsKey(file.getDecisionRequirementsKey())
                                .setResourceName(file.getResourceName())
                                .setTenantId(file.getTenantId()))));
  }
}
