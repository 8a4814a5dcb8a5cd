package dev.candor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** User tasks with listeners that deny and correct, through the official client. */
class RestUserTaskTests extends RestTest {

  private static final String FORM =
      """
      {"id": "judge", "type": "default", "executionPlatform": "Camunda Cloud",
       "components": [{"key": "verdict", "type": "textfield", "id": "f1"}]}
      """;

  @BeforeAll
  static void deployAll() {
    client
        .newDeployResourceCommand()
        .addResourceString(FORM, StandardCharsets.UTF_8, "judge.form")
        .addProcessModel(
            Bpmn.createExecutableProcess("judging")
                .startEvent()
                .userTask("judge")
                .name("Judge it")
                .zeebeUserTask()
                .zeebeFormId("judge")
                .zeebeCandidateGroups("judges")
                .zeebeTaskPriority("60")
                .zeebeTaskListener(on -> on.assigning().type("may-judge"))
                .zeebeTaskListener(on -> on.completing().type("is-judged"))
                .endEvent()
                .done(),
            "judging.bpmn")
        .send()
        .join();
  }

  @Test
  void shouldRefuseAnAssignmentThatItsListenerDenies() {
    // given
    UserTask task = newTask();
    try (JobWorker worker =
        client
            .newWorker()
            .jobType("may-judge")
            .handler(
                (jobs, job) ->
                    jobs.newCompleteCommand(job)
                        .withResult(
                            result ->
                                result
                                    .forUserTask()
                                    .deny(
                                        job.getUserTask().getAssignee().equals("party"),
                                        "a party does not judge"))
                        .send()
                        .join())
            .open()) {
      // when
      assertThatThrownBy(() -> assign(task, "party"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> {
                assertThat(problem.code()).isEqualTo(409);
                assertThat(problem.details().getDetail()).contains("a party does not judge");
              });

      // then
      assertThat(read(task).getAssignee()).isNull();
      assertThat(read(task).getState()).isEqualTo(UserTaskState.CREATED);

      // when
      assign(task, "stranger");

      // then
      assertThat(read(task).getAssignee()).isEqualTo("stranger");
    }
  }

  @Test
  void shouldKeepWhatACompletingListenerCorrects() {
    // given
    UserTask task = newTask();
    try (JobWorker worker =
        client
            .newWorker()
            .jobType("is-judged")
            .handler(
                (jobs, job) ->
                    jobs.newCompleteCommand(job)
                        .withResult(
                            result ->
                                result
                                    .forUserTask()
                                    .correctPriority(90)
                                    .correctCandidateGroups(List.of("archive")))
                        .send()
                        .join())
            .open()) {
      // when
      client
          .newCompleteUserTaskCommand(task.getUserTaskKey())
          .variables(Map.of("verdict", "fine"))
          .send()
          .join();
    }

    // then
    UserTask done = read(task);
    assertThat(done.getState()).isEqualTo(UserTaskState.COMPLETED);
    assertThat(done.getPriority()).isEqualTo(90);
    assertThat(done.getCandidateGroups()).containsExactly("archive");
    assertThat(done.getCompletionDate()).isNotNull();
  }

  @Test
  void shouldUpdateATaskAndSayWhatItLooksLike() {
    // given
    UserTask task = newTask();

    // when
    client
        .newUpdateUserTaskCommand(task.getUserTaskKey())
        .dueDate("2031-02-03T04:05:06Z")
        .candidateUsers(List.of("ada", "bob"))
        .send()
        .join();

    // then
    UserTask seen = read(task);
    assertThat(seen.getName()).isEqualTo("Judge it");
    assertThat(seen.getDueDate()).isEqualTo("2031-02-03T04:05:06Z");
    assertThat(seen.getCandidateUsers()).containsExactly("ada", "bob");
    assertThat(seen.getCandidateGroups()).containsExactly("judges");
    assertThat(seen.getPriority()).isEqualTo(60);

    // when
    client
        .newUpdateUserTaskCommand(task.getUserTaskKey())
        .clearDueDate()
        .clearCandidateUsers()
        .send()
        .join();

    // then
    assertThat(read(task).getDueDate()).isNull();
    assertThat(read(task).getCandidateUsers()).isEmpty();
    assertThat(read(task).getCandidateGroups()).containsExactly("judges");
  }

  @Test
  void shouldShowATasksFormAndItsVariables() {
    // given
    UserTask task = newTask();

    // when
    var form = client.newUserTaskGetFormRequest(task.getUserTaskKey()).send().join();
    var variables = client.newUserTaskVariableSearchRequest(task.getUserTaskKey()).send().join();

    // then
    assertThat(form.getFormId()).isEqualTo("judge");
    assertThat(form.getSchema().toString()).contains("verdict");
    assertThat(variables.items())
        .anySatisfy(
            one -> {
              assertThat(one.getName()).isEqualTo("matter");
              assertThat(one.getValue()).isEqualTo("\"goats\"");
            });
  }

  private static UserTask newTask() {
    long instance = create("judging", Map.of("matter", "goats"));
    return client
        .newUserTaskSearchRequest()
        .filter(f -> f.processInstanceKey(instance))
        .send()
        .join()
        .singleItem();
  }

  private static UserTask read(UserTask task) {
    return client.newUserTaskGetRequest(task.getUserTaskKey()).send().join();
  }

  private static void assign(UserTask task, String who) {
    client.newAssignUserTaskCommand(task.getUserTaskKey()).assignee(who).send().join();
  }
}
