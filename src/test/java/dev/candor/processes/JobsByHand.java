package dev.candor.processes;

import static org.awaitility.Awaitility.await;

import dev.candor.process.JobTypes;
import dev.candor.runtime.CamundaRuntime;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.JobState;
import io.camunda.client.api.search.response.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/**
 * Does the jobs one at a time in the caller's thread, so that the same case goes the same way each
 * time. It answers what the workers of {@code workers/} answer.
 */
final class JobsByHand {

  private static final Duration FOR_A_BUSY_MACHINE = Duration.ofSeconds(60);
  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private final CamundaRuntime runtime;
  private final CamundaClient client;
  private final Map<String, Map<String, Object>> answers;
  private final List<String> done = new ArrayList<>();
  private final Set<Long> known = new HashSet<>();

  /**
   * @param answers what the worker of a job type finds
   */
  JobsByHand(
      CamundaRuntime runtime, CamundaClient client, Map<String, Map<String, Object>> answers) {
    this.runtime = runtime;
    this.client = client;
    this.answers = new HashMap<>(answers);
  }

  /** Waits for the engine's answer, and until there is nothing left to do. */
  <T> T doneAfter(CompletionStage<T> command) {
    var answer = command.toCompletableFuture();
    await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(AT_ONCE)
        .atMost(FOR_A_BUSY_MACHINE)
        .until(() -> isAllDoneAfter(answer));
    return answer.join();
  }

  /** Until none is left, those included to which these lead. */
  void doAll() {
    do {
      for (var next = next(); next.isPresent(); next = next()) {
        complete(next.get());
      }
      runtime.clock().advance(Duration.ZERO); // returns when the engine is idle
    } while (next().isPresent());
  }

  /** The types of the jobs done so far. */
  List<String> done() {
    return done;
  }

  private boolean isAllDoneAfter(Future<?> answer) {
    var answered = answer.isDone();
    var begun = done.size();
    doAll();
    return answered && done.size() == begun;
  }

  /** The oldest that is open. */
  private Optional<Job> next() {
    return client
        .newJobSearchRequest()
        .filter(filter -> filter.state(JobState.CREATED))
        .send()
        .join()
        .items()
        .stream()
        .filter(job -> !known.contains(job.getJobKey()))
        .min(Comparator.comparing(Job::getJobKey));
  }

  private void complete(Job job) {
    client.newCompleteCommand(job.getJobKey()).variables(answerTo(job.getType())).send().join();
    known.add(job.getJobKey());
    done.add(job.getType());
  }

  private Map<String, Object> answerTo(String type) {
    return type.equals(JobTypes.SET_DEADLINE)
        ? Map.of(
            "dueAt", in(StandInWorkers.UNTIL_DUE), "remindAt", in(StandInWorkers.UNTIL_REMINDER))
        : answers.getOrDefault(type, Map.of());
  }

  private String in(Duration time) {
    return runtime.clock().instant().plus(time).toString();
  }
}
