package dev.candor.processes;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.candor.process.JobTypes;
import dev.candor.process.Messages;
import dev.candor.process.RoutingFacts;
import dev.candor.runtime.CamundaRuntime;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The same diagrams on an engine of the same settings, with workers of the same settings that do
 * nothing: no register, no rules, no ledger, no mail.
 */
final class IdleCases extends CasesInARow {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .findAndAddModules()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final CamundaRuntime runtime;
  private final CamundaClient camunda;
  private final AtomicInteger numbers = new AtomicInteger();

  /**
   * @param executionThreads of the service's client, and so on
   */
  record WorkersAsTheService(
      int executionThreads, int maxJobsActive, Duration pollInterval, Duration requestTimeout) {}

  IdleCases(Path folder, WorkersAsTheService workers) {
    runtime = CamundaRuntime.builder().folder(folder).restPort(0).grpcPort(0).start();
    camunda =
        CamundaClient.newClientBuilder()
            .restAddress(runtime.restAddress())
            .grpcAddress(runtime.grpcAddress())
            .preferRestOverGrpc(true)
            .numJobWorkerExecutionThreads(workers.executionThreads())
            .build();
    ProcessFiles.deploy(camunda);
    for (var type : Diagrams.ours().jobTypes()) {
      camunda
          .newWorker()
          .jobType(type)
          .handler(this::complete)
          .maxJobsActive(workers.maxJobsActive())
          .pollInterval(workers.pollInterval())
          .requestTimeout(workers.requestTimeout())
          .streamEnabled(false)
          .open();
    }
  }

  @Override
  CamundaClient camunda() {
    return camunda;
  }

  @Override
  void flag(String principalCountry) {
    var reference = "SR-2026-%05d".formatted(numbers.incrementAndGet());
    var facts =
        JSON.convertValue(
            new RoutingFacts(
                "VERIFY_OR_LABEL",
                "FORMAL",
                "EMBASSY",
                principalCountry,
                "GB",
                false,
                true,
                true,
                false,
                false,
                false,
                false,
                LocalDate.now().minusDays(1)),
            new TypeReference<Map<String, Object>>() {});
    facts.put("caseReference", reference);
    camunda
        .newPublishMessageCommand()
        .messageName(Messages.REQUEST_FLAGGED)
        .correlationKey(reference)
        .messageId(reference)
        .timeToLive(Duration.ofDays(30))
        .variables(facts)
        .send()
        .join();
  }

  @Override
  void answer(long userTask, String person, Answer answer) {
    camunda.newAssignUserTaskCommand(userTask).assignee(person).send().join();
    var variables = new HashMap<>(answer.steers());
    variables.put("submission", UUID.randomUUID().toString());
    camunda.newCompleteUserTaskCommand(userTask).variables(variables).send().join();
  }

  @Override
  boolean isSettled() {
    return true;
  }

  private void complete(JobClient jobs, ActivatedJob job) {
    jobs.newCompleteCommand(job).variables(answerTo(job.getType())).send().join();
  }

  private static Map<String, Object> answerTo(String type) {
    return switch (type) {
      case JobTypes.SET_DEADLINE -> Map.of("dueAt", inDays(2), "remindAt", inDays(1));
      case JobTypes.COUNT_SIMILAR_CASES -> Map.of("similarCases", 3);
      default -> Map.of();
    };
  }

  private static String inDays(int days) {
    return Instant.now().plus(Duration.ofDays(days)).toString();
  }

  @Override
  public void close() {
    super.close();
    camunda.close();
    runtime.close();
  }
}
