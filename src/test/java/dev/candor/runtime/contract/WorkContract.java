package dev.candor.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider.ThrowingRunnable;

/** Jobs for machines and tasks for people. */
final class WorkContract {

  private static final String COMPLETE = "POST /jobs/{jobKey}/completion";
  private static final String FAIL = "POST /jobs/{jobKey}/failure";
  private static final String ERROR = "POST /jobs/{jobKey}/error";
  private static final String UPDATE = "PATCH /jobs/{jobKey}";
  private static final String ACTIVATE = "POST /jobs/activation";
  private static final String TASK = "/user-tasks/{userTaskKey}";

  private final CheckedApi api;
  private final Scenario scenario;

  WorkContract(CheckedApi api, Scenario scenario) {
    this.api = api;
    this.scenario = scenario;
  }

  /** For searches to have something to tell apart. */
  void fill() {
    completeAJob();
    throwAnError();
    api.ok(
        "POST " + TASK + "/completion",
        Map.of("variables", Map.of("verdict", "fine", "long", "x".repeat(9_000))),
        scenario.task(scenario.start("judging", Map.of("amount", 7))));
    api.ok(
        "POST " + TASK + "/assignment",
        Map.of("assignee", "ada"),
        scenario.task(scenario.start("judging", Map.of("amount", 8))));
  }

  void drive() {
    SoftAssertions.assertSoftly(
        faults ->
            Stream.<ThrowingRunnable>of(
                    this::completeAJob,
                    this::throwAnError,
                    this::failAndUpdateAJob,
                    this::refuseJobs,
                    this::assignATask,
                    this::updateATask,
                    this::completeATask,
                    this::denyATask)
                .forEach(faults::check));
  }

  private void completeAJob() {
    scenario.start("working", Map.of("amount", 7));
    JsonNode job = scenario.job("work");
    assertThat(job.at("/customHeaders/colour").asText()).isEqualTo("blue");
    api.ok(COMPLETE, Map.of("variables", Map.of("done", true)), job.get("jobKey").asText());
    api.refused(404, COMPLETE, null, job.get("jobKey").asText());
  }

  private void throwAnError() {
    String instance = scenario.start("working", Map.of());
    api.ok(
        ERROR,
        Map.of("errorCode", "BROKEN", "errorMessage", "worn", "variables", Map.of("age", 9)),
        scenario.job("work").get("jobKey").asText());
    assertThat(
            api.ok("GET /process-instances/{processInstanceKey}", null, instance)
                .get("state")
                .asText())
        .isEqualTo("COMPLETED");
    scenario.only(
        "POST /variables/search",
        "variableKey",
        Map.of("processInstanceKey", instance, "name", "age", "value", "9"));
  }

  private void failAndUpdateAJob() {
    scenario.start("working", Map.of());
    String job = scenario.job("work").get("jobKey").asText();
    api.ok(UPDATE, Map.of("changeset", Map.of("timeout", 60_000, "retries", 5)), job);
    api.ok(
        FAIL,
        Map.of("retries", 1, "errorMessage", "again", "retryBackOff", 0, "variables", Map.of()),
        job);
    assertThat(scenario.job("work").get("retries").asInt()).isEqualTo(1);
    api.ok(FAIL, null, job);
    api.refused(409, FAIL, null, job);
    api.refused(409, COMPLETE, null, job);
  }

  private void refuseJobs() {
    for (String command : List.of(COMPLETE, FAIL)) {
      api.refused(404, command, null, Scenario.NOBODY);
      api.refused(400, command, null, "work");
      api.refused(400, command, Map.of("colour", "red"), 1);
    }
    api.refused(404, ERROR, Map.of("errorCode", "X"), Scenario.NOBODY);
    api.refused(400, ERROR, Map.of(), 1);
    api.refused(404, UPDATE, Map.of("changeset", Map.of("retries", 1)), Scenario.NOBODY);
    api.refused(400, UPDATE, Map.of(), 1);
    api.refused(400, UPDATE, Map.of("changeset", Map.of()), 1);
    api.refused(400, UPDATE, Map.of("changeset", Map.of("retries", 0)), 1);
    api.refused(400, ACTIVATE, Map.of("type", "", "timeout", 1, "maxJobsToActivate", 1));
    api.refused(400, ACTIVATE, Map.of("type", "x", "timeout", 0, "maxJobsToActivate", 1));
    api.refused(400, ACTIVATE, Map.of("type", "x", "timeout", 1, "maxJobsToActivate", 0));
    api.refused(400, ACTIVATE, Map.of("type", "x", "timeout", 1));
    assertThat(
            api.ok(
                    ACTIVATE,
                    Map.of(
                        "type",
                        "nobody-has-it",
                        "timeout",
                        1,
                        "maxJobsToActivate",
                        1,
                        "requestTimeout",
                        -1,
                        "fetchVariable",
                        List.of("x"),
                        "tenantIds",
                        List.of("<default>")))
                .get("jobs"))
        .isEmpty();
  }

  private void assignATask() {
    String task = scenario.task(scenario.start("judging", Map.of()));
    String assign = "POST " + TASK + "/assignment";
    api.ok(assign, Map.of("assignee", "ada", "action", "claim"), task);
    api.refused(409, assign, Map.of("assignee", "bob", "allowOverride", false), task);
    api.ok(assign, Map.of("assignee", "bob", "allowOverride", true), task);
    api.ok("DELETE " + TASK + "/assignee", null, task);
    assertThat(api.ok("GET " + TASK, null, task).has("assignee")).isFalse();
    api.refused(400, assign, Map.of(), task);
    api.refused(404, assign, Map.of("assignee", "ada"), Scenario.NOBODY);
    api.refused(404, "DELETE " + TASK + "/assignee", null, Scenario.NOBODY);
  }

  private void updateATask() {
    String task = scenario.task(scenario.start("judging", Map.of()));
    api.ok(
        "PATCH " + TASK,
        Map.of(
            "action",
            "escalate",
            "changeset",
            Map.of(
                "dueDate",
                "2032-02-03T04:05:06Z",
                "candidateUsers",
                List.of("bob"),
                "candidateGroups",
                List.of(),
                "priority",
                80,
                "colour",
                "passed on, not known")),
        task);
    JsonNode seen = api.ok("GET " + TASK, null, task);
    assertThat(seen.get("dueDate").asText()).isEqualTo("2032-02-03T04:05:06.000Z");
    assertThat(seen.get("candidateGroups")).isEmpty();
    assertThat(seen.get("priority").asInt()).isEqualTo(80);
    api.refused(400, "PATCH " + TASK, Map.of("changeset", Map.of("priority", 101)), task);
    api.refused(400, "PATCH " + TASK, Map.of("changeset", Map.of("dueDate", "soon")), task);
    api.refused(400, "PATCH " + TASK, null, task);
    api.refused(404, "PATCH " + TASK, Map.of("action", "x"), Scenario.NOBODY);
    api.refused(404, "GET " + TASK, null, Scenario.NOBODY);
    api.refused(400, "GET " + TASK, null, "judge");
  }

  private void completeATask() {
    String task = scenario.task(scenario.start("judging", Map.of()));
    assertThat(api.ok("GET " + TASK + "/form", null, task).get("formId").asText())
        .isEqualTo("judge");
    api.ok("POST " + TASK + "/completion", Map.of("action", "approve"), task);
    api.refused(404, "POST " + TASK + "/completion", null, task);
    api.refused(404, "GET " + TASK + "/form", null, Scenario.NOBODY);
    String formless = scenario.task(scenario.start("listened", Map.of()));
    assertThat(api.ok("GET " + TASK + "/form", null, formless)).isEmpty();
  }

  /** A listener's verdict and its corrections, as the contract spells them. */
  private void denyATask() {
    String task = scenario.task(scenario.start("listened", Map.of()));
    Thread person =
        Thread.startVirtualThread(
            () -> api.refused(409, "POST " + TASK + "/completion", null, task));
    JsonNode job = scenario.job("may-agree");
    assertThat(job.at("/userTask/userTaskKey").asText()).isEqualTo(task);
    api.ok(
        COMPLETE,
        Map.of("result", Map.of("type", "userTask", "denied", true, "deniedReason", "not yet")),
        job.get("jobKey").asText());
    join(person);
    assertThat(api.ok("GET " + TASK, null, task).get("state").asText()).isEqualTo("CREATED");
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
