package dev.candor.processes;

import dev.candor.process.JobTypes;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stand in for the workers of {@code workers/}: they answer what those answer, do nothing, and
 * remember their jobs. They end with their client.
 */
final class StandInWorkers {

  static final Duration UNTIL_DUE = Duration.ofHours(16);
  static final Duration UNTIL_REMINDER = Duration.ofHours(12);

  private final CamundaClient camunda;
  private final CamundaProcessTestContext context;
  private final Map<String, Map<String, Object>> answers = new HashMap<>();
  private final List<ActivatedJob> jobs = new CopyOnWriteArrayList<>();

  StandInWorkers(CamundaClient camunda, CamundaProcessTestContext context) {
    this.camunda = camunda;
    this.context = context;
  }

  /** What the worker of this job type finds; call it before they work. */
  StandInWorkers answering(String jobType, Map<String, Object> variables) {
    answers.put(jobType, variables);
    return this;
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

  /** What the parties were told, in order. */
  List<String> noticesTold() {
    return noticesTold(JobTypes.TELL_PARTIES);
  }

  /** What was told by jobs of this type, in order. */
  List<String> noticesTold(String type) {
    return headersOf(type, "notice");
  }

  /** That header of all jobs of this type, in order. */
  List<String> headersOf(String jobType, String header) {
    return jobsOf(jobType).stream()
        .map(job -> job.getCustomHeaders().get(header))
        .filter(Objects::nonNull)
        .toList();
  }

  List<ActivatedJob> jobsOf(String type) {
    return jobs.stream().filter(job -> job.getType().equals(type)).toList();
  }

  private void complete(JobClient client, ActivatedJob job) {
    jobs.add(job);
    client.newCompleteCommand(job).variables(answerTo(job)).send().join();
  }

  private Map<String, Object> answerTo(ActivatedJob job) {
    return job.getType().equals(JobTypes.SET_DEADLINE)
        ? Map.of("dueAt", in(UNTIL_DUE), "remindAt", in(UNTIL_REMINDER))
        : answers.getOrDefault(job.getType(), Map.of());
  }

  private String in(Duration time) {
    return context.getCurrentTime().plus(time).toString();
  }
}
