package dev.candor.workers;

import static dev.candor.support.WorkerTest.Shows.DONE_ONCE;
import static dev.candor.support.WorkerTest.Shows.OTHER_OUTCOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.access.Acting;
import dev.candor.process.JobTypes;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import dev.candor.support.WorkerTest;
import dev.candor.tasks.TaskLifecycle;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A withdrawal, with the second delivery of each of its jobs. */
@CandorTest
class RepeatedWithdrawalTests {

  @LocalServerPort int port;
  @Autowired EveryRow jdbc;
  @Autowired TaskLifecycle tasks;
  @Autowired RecordWithdrawalWorker recordWithdrawal;
  @Autowired TellPartiesWorker tellParties;

  @Test
  @WorkerTest(
      value = DONE_ONCE,
      of = {JobTypes.RECORD_WITHDRAWAL, JobTypes.TASK_CANCELING})
  @WorkerTest(
      value = OTHER_OUTCOME,
      of = {JobTypes.TELL_PARTIES, JobTypes.TASK_CANCELING})
  void shouldEndTheCaseOnceAndTellEverybodyOnce() {
    // given
    var route = new Route(port);
    var reference = route.flag("employee", ExampleRequests.embassy());
    var task = route.offered("desk-uk", reference, Route.REVIEW);
    route.claim("desk-uk", task);
    // when
    route.step("employee", reference, "withdraw");
    route.awaitState("desk-uk", reference, "WITHDRAWN");
    // then
    await()
        .untilAsserted(
            () -> assertThat(told(reference)).containsExactly("desk-uk", "employee", "head-uk"));
    assertThat(withdrawals(reference)).isEqualTo(1);

    // given
    var before = Traces.of(jdbc, reference);
    var job = new CaseVariables(reference);
    // when each job comes again
    Acting.asServiceOn(
        JobTypes.TASK_CANCELING,
        reference,
        () -> {
          tasks.canceled(Long.parseLong(task));
          return task;
        });
    recordWithdrawal.record(job);
    tellParties.tell(
        job, Map.of("notice", "WITHDRAWN"), Traces.elementThatTold(jdbc, reference, "WITHDRAWN"));
    // then
    assertThat(Traces.of(jdbc, reference)).isEqualTo(before);
    assertThat(route.caseOf("desk-uk", reference).path("state").asText()).isEqualTo("WITHDRAWN");
    assertThat(route.as("desk-uk").get("/api/tasks/" + task).json().path("state").asText())
        .isEqualTo("CANCELED");
  }

  private List<String> told(String reference) {
    return jdbc.sql(
            """
            select person from mail_outbox
             where reference = ? and notice = 'WITHDRAWN' and sent_at is not null
             order by person
            """)
        .param(reference)
        .query(String.class)
        .list();
  }

  private long withdrawals(String reference) {
    return jdbc.sql("select count(*) from case_event where reference = ? and what = 'WITHDRAWN'")
        .param(reference)
        .query(Long.class)
        .single();
  }
}
