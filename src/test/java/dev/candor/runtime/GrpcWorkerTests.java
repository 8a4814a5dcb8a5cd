package dev.candor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The official client's workers, by polls and by streams. */
class GrpcWorkerTests extends GrpcTest {

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldDoTheWork(boolean streaming) {
    // given
    String type = "work-" + streaming;
    deploy(oneTask("working", type));
    try (JobWorker worker = worker(client, type, streaming, new CopyOnWriteArrayList<>())) {
      // when
      for (int i = 0; i < 20; i++) {
        awaitCompleted(create("working", Map.of("n", i)));
      }

      // then
      assertThat(worker.isOpen()).isTrue();
    }
  }

  @Test
  void shouldPushJobsIntoAStreamAndNoneToAPoller() {
    // given
    deploy(oneTask("pushing", "push"));
    double before = pushed();
    try (JobWorker polling = worker(client, "push", false, new CopyOnWriteArrayList<>())) {
      awaitCompleted(create("pushing", Map.of()));
      assertThat(pushed()).isEqualTo(before);
    }

    // when
    try (JobWorker streaming = worker(client, "push", true, new CopyOnWriteArrayList<>())) {
      // then
      await()
          .untilAsserted(
              () -> {
                awaitCompleted(create("pushing", Map.of()));
                assertThat(pushed()).isGreaterThan(before);
              });
    }
  }

  @Test
  void shouldShareTheJobsBetweenTwoClients() {
    // given
    deploy(oneTask("sharing", "share"));
    List<Long> created = new CopyOnWriteArrayList<>();
    List<ActivatedJob> mine = new CopyOnWriteArrayList<>();
    List<ActivatedJob> yours = new CopyOnWriteArrayList<>();
    try (CamundaClient other = anotherClient();
        JobWorker me = worker(client, "share", true, mine);
        JobWorker you = worker(other, "share", true, yours)) {
      // when
      await()
          .untilAsserted(
              () -> {
                created.add(create("sharing", Map.of()));
                assertThat(mine).hasSizeGreaterThan(4);
                assertThat(yours).hasSizeGreaterThan(4);
              });

      // then
      created.forEach(GrpcTest::awaitCompleted);
      mine.addAll(yours);
      assertThat(mine)
          .extracting(ActivatedJob::getProcessInstanceKey)
          .containsExactlyInAnyOrderElementsOf(created);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldLetAListenerDenyAndCorrect(boolean streaming) {
    // given
    String type = "may-judge-" + streaming;
    deploy(
        Bpmn.createExecutableProcess("judging")
            .startEvent()
            .userTask("judge")
            .zeebeUserTask()
            .zeebeTaskListener(on -> on.assigning().type(type))
            .endEvent()
            .done());
    long instance = create("judging", Map.of());
    UserTask task =
        client
            .newUserTaskSearchRequest()
            .filter(filter -> filter.processInstanceKey(instance))
            .send()
            .join()
            .singleItem();
    try (JobWorker worker =
        client
            .newWorker()
            .jobType(type)
            .handler(
                (jobs, job) ->
                    jobs.newCompleteCommand(job)
                        .withResult(
                            result -> {
                              var verdict = result.forUserTask();
                              return job.getUserTask().getAssignee().equals("party")
                                  ? verdict.deny(true, "a party does not judge")
                                  : verdict.correctPriority(90);
                            })
                        .send()
                        .join())
            .streamEnabled(streaming)
            .open()) {
      // when
      assertThatThrownBy(() -> assign(task, "party")).hasMessageContaining("does not judge");
      assign(task, "stranger");
    }

    // then
    var read = client.newUserTaskGetRequest(task.getUserTaskKey()).send().join();
    assertThat(read.getAssignee()).isEqualTo("stranger");
    assertThat(read.getPriority()).isEqualTo(90);
  }

  private static void assign(UserTask task, String to) {
    client.newAssignUserTaskCommand(task.getUserTaskKey()).assignee(to).send().join();
  }

  private static JobWorker worker(
      CamundaClient client, String type, boolean streaming, List<ActivatedJob> done) {
    return client
        .newWorker()
        .jobType(type)
        .handler(
            (jobs, job) -> {
              done.add(job);
              jobs.newCompleteCommand(job).send().join();
            })
        .streamEnabled(streaming)
        .open();
  }
}
