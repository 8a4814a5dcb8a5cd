package dev.candor.runtime;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobWorker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The official client with three workers, over gRPC with streams of jobs or over REST with polls.
 */
final class ByClient extends ThreeTasks {

  /** How many jobs a worker holds at most: about what each of three has of 200 instances. */
  static final int MOST_JOBS = 100;

  private final CamundaClient client;
  private final boolean rest;
  private final Duration pollInterval;
  private final List<JobWorker> workers = new ArrayList<>();

  /**
   * @param pollInterval how long a worker waits before it asks again, where it has just asked
   */
  ByClient(CamundaRuntime runtime, boolean rest, Duration pollInterval) {
    this.rest = rest;
    this.pollInterval = pollInterval;
    client = rest ? RuntimeForTests.client(runtime) : RuntimeForTests.grpcClient(runtime);
  }

  @Override
  void prepare() {
    client.newDeployResourceCommand().addProcessModel(model(), PROCESS + ".bpmn").send().join();
    for (String task : TASKS) {
      workers.add(
          client
              .newWorker()
              .jobType(task)
              .handler(this::complete)
              .maxJobsActive(MOST_JOBS)
              .pollInterval(pollInterval)
              .streamEnabled(!rest)
              .open());
    }
  }

  @Override
  CompletableFuture<Long> create() {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(PROCESS)
        .latestVersion()
        .variables(VARIABLES)
        .send()
        .thenApply(ProcessInstanceEvent::getProcessInstanceKey)
        .toCompletableFuture();
  }

  private void complete(JobClient jobs, ActivatedJob job) {
    jobs.newCompleteCommand(job)
        .send()
        .whenComplete(
            (answer, failure) -> completed(job.getType(), job.getProcessInstanceKey(), failure));
  }

  @Override
  public void close() {
    workers.forEach(JobWorker::close);
    client.close();
  }
}
