package dev.candor.processes;

import dev.candor.process.JobTypes;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/**
 * Stand in for the workers of {@code workers/}: they answer what those answer, do nothing, and
 * remember their jobs. They end with their client.
 */
final class StandInWorkers {

  private final CamundaClient camunda;
  private final CamundaProcessTestContext context;
  private final List<ActivatedJob> jobs = new CopyOnWriteArrayList<>();

  StandInWorkers(CamundaClient camunda, CamundaProcessTestContext context) {
    this.camunda = camunda;
    this.context = context;
  }

  void work() {
    workButNotOn();
  }

  /** All but these: the process waits there. */
  void workButNotOn(String... jobTypes) {
    var types = Diagrams.ours().jobTypes();
    types.removeAll(Set.of(jobTypes));
    types.forEach(type -> camunda.newWorker().jobType(type).handler(this::complete).open());
  }

  /** The process instance of a case, known from the first job on it. */
  long instanceOf(String reference) {
    return Awaitility.await()
        .until(
            () ->
                jobsOf(JobTypes.THANK_FLAGGER).stream()
                    .filter(job -> reference.equals(job.getVariable("caseReference")))
                    .map(ActivatedJob::getProcessInstanceKey)
                    .toList(),
            instances -> instances.size() == 1)
        .getFirst();
  }

  /** What the parties were told, in order. */
  List<String> noticesTold() {
    return noticesTold(JobTypes.TELL_PARTIES);
  }

  /** What was told by jobs of this type, in order. */
  List<String> noticesTold(String type) {
    return jobsOf(type).stream().map(job -> job.getCustomHeaders().get("notice")).toList();
  }

  List<ActivatedJob> jobsOf(String type) {
    return jobs.stream().filter(job -> job.getType().equals(type)).toList();
  }

  private void complete(JobClient client, ActivatedJob job) {
    jobs.add(job);
    client.newCompleteCommand(job).variables(answerTo(job)).send().join();
  }

  private Map<String, Object> answerTo(ActivatedJob job) {
    return switch (job.getType()) {
      case JobTypes.RECORD_TRIAGE ->
          Map.of("reviewDueAt", in(((Number) job.getVariable("reviewHours")).longValue()));
      case JobTypes.SET_DEADLINE -> Map.of("dueAt", in(16), "remindAt", in(12));
      default -> Map.of();
    };
  }

  private String in(long hours) {
    return context.getCurrentTime().plus(Duration.ofHours(hours)).toString();
  }
}
