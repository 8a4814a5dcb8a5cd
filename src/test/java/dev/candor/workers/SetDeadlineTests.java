package dev.candor.workers;

import static dev.candor.support.WorkerTest.Shows.DONE_ONCE;
import static dev.candor.support.WorkerTest.Shows.OTHER_OUTCOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.candor.calendar.DeskCalendars;
import dev.candor.process.DecisionTables.NoAnswer;
import dev.candor.process.JobTypes;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.WorkerTest;
import dev.candor.workers.SetDeadlineWorker.Begun;
import dev.candor.workers.SetDeadlineWorker.Deadline;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.response.Incident;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The table's hours, counted by the desk's calendar; once per run of a step. */
@CandorTest
class SetDeadlineTests {

  private static final Path TABLE = Path.of("processes", "deadlines.dmn");

  @Autowired SetDeadlineWorker worker;
  @Autowired CamundaClient camunda;
  @Autowired DeskCalendars calendars;
  @Autowired EveryRow jdbc;

  private final long run = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);

  @AfterEach
  void backToOurTable() throws IOException {
    deploy(Files.readString(TABLE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB", "IL"})
  void shouldCountWorkingHoursOfTheDeskAndRemindAfterThreeQuarters(String market) {
    // when
    var deadline = set(run, "REVIEW", "HIGH", market);
    // then
    var setAt =
        jdbc.sql("select set_at from deadline where element_instance_key = ?")
            .param(run)
            .query(Timestamp.class)
            .single()
            .toInstant();
    var calendar = calendars.of("UK-IE-NL-IL", market);
    assertThat(calendar.between(setAt, Instant.parse(deadline.dueAt())))
        .isEqualTo(Duration.ofHours(8));
    assertThat(calendar.between(setAt, Instant.parse(deadline.remindAt())))
        .isEqualTo(Duration.ofHours(6));
  }

  @Test
  @WorkerTest(value = DONE_ONCE, of = JobTypes.SET_DEADLINE)
  void shouldAnswerTheSameWhenTheJobComesAgainEvenIfTheTableChanged() throws IOException {
    // given
    var before = set(run, "REVIEW", "LOW", "GB");
    var eightHours = set(run + 1, "DECISION_HEAD", "HIGH", "GB");
    // when
    deploy(Files.readString(TABLE).replace("<text>24</text>", "<text>1</text>"));
    // then
    assertThat(set(run, "REVIEW", "LOW", "GB")).isEqualTo(before);
    var next = new AtomicLong(run + 2);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        Instant.parse(set(next.getAndIncrement(), "REVIEW", "LOW", "GB").dueAt()))
                    .isBefore(Instant.parse(eightHours.dueAt())));
  }

  @Test
  @WorkerTest(value = OTHER_OUTCOME, of = JobTypes.SET_DEADLINE)
  void shouldSayThatTheTableHasNoSuchStep() {
    assertThatThrownBy(() -> set(run, "DANCE", "LOW", "GB")).isInstanceOf(NoAnswer.class);
  }

  @Test
  void shouldTellTheProcessOwnerWhichTableToMend() {
    // given
    camunda.newDeployResourceCommand().addProcessModel(danced(), "dance.bpmn").send().join();
    // when
    var instance =
        camunda
            .newCreateInstanceCommand()
            .bpmnProcessId("DanceProcess")
            .latestVersion()
            .variables(new Begun("SR-2026-00042", "LOW", "UK-IE-NL-IL", "GB"))
            .send()
            .join()
            .getProcessInstanceKey();
    // then
    try {
      assertThat(incidentOf(instance).getErrorMessage())
          .isEqualTo("The table deadlines gives no answer");
    } finally {
      camunda.newCancelInstanceCommand(instance).send().join();
    }
  }

  private static BpmnModelInstance danced() {
    return Bpmn.createExecutableProcess("DanceProcess")
        .startEvent()
        .serviceTask(
            "Task_Dance",
            task ->
                task.zeebeJobType(JobTypes.SET_DEADLINE)
                    .zeebeJobRetries("1")
                    .zeebeTaskHeader("step", "DANCE"))
        .endEvent()
        .done();
  }

  private Incident incidentOf(long instance) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                camunda
                    .newIncidentSearchRequest()
                    .filter(filter -> filter.processInstanceKey(instance))
                    .send()
                    .join()
                    .items(),
            found -> !found.isEmpty())
        .getFirst();
  }

  private Deadline set(long run, String step, String severity, String market) {
    var job = new Begun("SR-2026-00042", severity, "UK-IE-NL-IL", market);
    return worker.set(job, Map.of("step", step), run);
  }

  private void deploy(String table) {
    camunda.newDeployResourceCommand().addResourceStringUtf8(table, "deadlines.dmn").send().join();
  }
}
