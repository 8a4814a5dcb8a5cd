package dev.candor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The official client drives processes over HTTP. */
class RestApiTests {

  private static CamundaRuntime runtime;
  private static CamundaClient client;

  @BeforeAll
  static void start() {
    runtime = RuntimeForTests.start();
    client = RuntimeForTests.client(runtime);
  }

  @AfterAll
  static void stop() {
    client.close();
    runtime.close();
  }

  @Test
  void shouldShowAHealthyClusterOfOne() {
    // when
    var topology = client.newTopologyRequest().send().join();

    // then
    assertThat(topology.getClusterSize()).isOne();
    assertThat(topology.getBrokers().getFirst().getPartitions().getFirst().isLeader()).isTrue();
  }

  @Test
  void shouldRunAProcessWithAServiceTask() {
    // given
    var deployed = deploy("service.bpmn", oneTask("service", "serve"));
    assertThat(deployed).isPositive();

    // when
    long instance =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId("service")
            .latestVersion()
            .variables(Map.of("order", 7, "who", "Ada"))
            .send()
            .join()
            .getProcessInstanceKey();
    ActivatedJob job = activate("serve");
    client.newCompleteCommand(job.getKey()).variables(Map.of("done", true)).send().join();

    // then
    assertThat(job.getProcessInstanceKey()).isEqualTo(instance);
    assertThat(job.getVariablesAsMap()).containsEntry("order", 7).containsEntry("who", "Ada");
    var seen = client.newProcessInstanceGetRequest(instance).send().join();
    assertThat(seen.getState()).isEqualTo(ProcessInstanceState.COMPLETED);
    assertThat(seen.getEndDate()).isNotNull();
    assertThatThrownBy(() -> client.newCompleteCommand(job.getKey()).send().join())
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.code()).isEqualTo(404));
  }

  static long deploy(String name, BpmnModelInstance model) {
    return client
        .newDeployResourceCommand()
        .addProcessModel(model, name)
        .send()
        .join()
        .getProcesses()
        .getFirst()
        .getProcessDefinitionKey();
  }

  static BpmnModelInstance oneTask(String processId, String jobType) {
    return Bpmn.createExecutableProcess(processId)
        .startEvent("start")
        .serviceTask("task", task -> task.zeebeJobType(jobType))
        .endEvent("end")
        .done();
  }

  static ActivatedJob activate(String type) {
    List<ActivatedJob> jobs =
        client
            .newActivateJobsCommand()
            .jobType(type)
            .maxJobsToActivate(1)
            .timeout(Duration.ofMinutes(1))
            .send()
            .join()
            .getJobs();
    assertThat(jobs).hasSize(1);
    return jobs.getFirst();
  }
}
