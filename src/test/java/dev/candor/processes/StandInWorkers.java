package dev.candor.processes;

import dev.candor.process.JobTypes;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.mock.JobWorkerMockBuilder.JobWorkerMock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;

/** Stand in for the workers of {@code workers/}: they answer what those answer, and do nothing. */
final class StandInWorkers {

  private final CamundaProcessTestContext context;
  private final Map<String, JobWorkerMock> mocks = new HashMap<>();

  StandInWorkers(CamundaProcessTestContext context) {
    this.context = context;
  }

  void work() {
    workButNotOn();
  }

  /** All but these: the process waits there. */
  void workButNotOn(String... jobTypes) {
    var types = Diagrams.ours().jobTypes();
    types.removeAll(Set.of(jobTypes));
    types.forEach(type -> mocks.put(type, workerFor(type)));
  }

  /** The process instance of a case, known from the first job on it. */
  long instanceOf(String reference) {
    return Awaitility.await()
        .until(
            () ->
                jobs(JobTypes.THANK_FLAGGER).stream()
                    .filter(job -> reference.equals(job.getVariable("caseReference")))
                    .map(ActivatedJob::getProcessInstanceKey)
                    .toList(),
            instances -> instances.size() == 1)
        .getFirst();
  }

  /** What the parties were told, in order. */
  List<String> noticesTold() {
    return jobs(JobTypes.TELL_PARTIES).stream()
        .map(job -> job.getCustomHeaders().get("notice"))
        .toList();
  }

  private List<ActivatedJob> jobs(String type) {
    return mocks.get(type).getActivatedJobs();
  }

  private JobWorkerMock workerFor(String type) {
    var mock = context.mockJobWorker(type);
    if (!type.equals(JobTypes.RECORD_TRIAGE)) {
      return mock.thenComplete();
    }
    return mock.withHandler(
        (client, job) ->
            client
                .newCompleteCommand(job)
                .variables(Map.of("reviewDueAt", deadline(job).toString()))
                .send()
                .join());
  }

  private Instant deadline(ActivatedJob job) {
    var hours = ((Number) job.getVariable("reviewHours")).longValue();
    return context.getCurrentTime().plus(Duration.ofHours(hours));
  }
}
