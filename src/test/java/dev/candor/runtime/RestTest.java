package dev.candor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.support.BesideOthers;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A runtime with its ports, the official client, and plain HTTP for what that never sends. */
@BesideOthers
abstract class RestTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  static CamundaRuntime runtime;
  static CamundaClient client;

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

  static DeploymentEvent deploy(BpmnModelInstance model) {
    return client.newDeployResourceCommand().addProcessModel(model, "test.bpmn").send().join();
  }

  static BpmnModelInstance oneTask(String processId, String jobType) {
    return Bpmn.createExecutableProcess(processId)
        .startEvent("start")
        .serviceTask("task", task -> task.zeebeJobType(jobType))
        .endEvent("end")
        .done();
  }

  /** The key of a new instance. */
  static long create(String processId, Map<String, Object> variables) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(processId)
        .latestVersion()
        .variables(variables)
        .send()
        .join()
        .getProcessInstanceKey();
  }

  static ActivatedJob activate(String type) {
    List<ActivatedJob> jobs = jobs(type);
    assertThat(jobs).hasSize(1);
    return jobs.getFirst();
  }

  static List<ActivatedJob> jobs(String type) {
    return client
        .newActivateJobsCommand()
        .jobType(type)
        .maxJobsToActivate(1)
        .timeout(Duration.ofMinutes(1))
        .send()
        .join()
        .getJobs();
  }

  static HttpResponse<String> request(String method, URI address, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static HttpResponse<String> post(String path, String body) {
    return request("POST", runtime.restAddress(), path, body);
  }
}
