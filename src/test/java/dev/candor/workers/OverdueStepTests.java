package dev.candor.workers;

import static dev.candor.support.WorkerTest.Shows.DONE_ONCE;
import static dev.candor.support.WorkerTest.Shows.OTHER_OUTCOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.process.JobTypes;
import dev.candor.process.RetiredJobTypes;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import dev.candor.support.WorkerTest;
import dev.candor.workers.RemindWorker.Reminded;
import dev.candor.workers.ReportOverdueWorker.Overdue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who is told that a step is due soon or late: its people, once, and never who stepped out. */
@CandorTest
class OverdueStepTests {

  private static final List<String> DESK_AND_HEAD =
      List.of("desk:UK-IE-NL-IL", "desk-head:UK-IE-NL-IL");

  @LocalServerPort int port;
  @Autowired EveryRow jdbc;
  @Autowired RemindWorker remind;
  @Autowired ReportOverdueWorker reportOverdue;
  @Autowired ReportOverdueDecisionWorker reportOverdueDecision;
  @Autowired TellGroupsWorker tellGroups;

  private final long element = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
  private Route route;
  private String reference;

  @BeforeEach
  void flag() {
    route = new Route(port);
    reference = route.flag("employee", ExampleRequests.embassy());
    route.offered("desk-uk", reference, Route.REVIEW);
  }

  @Test
  @WorkerTest(value = DONE_ONCE, of = JobTypes.REMIND)
  void shouldRemindTheGroupOnceForEachRunOfAStep() {
    var job = new Reminded(reference, List.of("desk:UK-IE-NL-IL"));

    remind.remind(job, element);
    remind.remind(job, element);
    assertThat(told("DUE_SOON")).containsExactly("desk-uk", "head-uk");

    remind.remind(job, element + 1);
    assertThat(told("DUE_SOON")).hasSize(4);
  }

  @Test
  @WorkerTest(
      value = OTHER_OUTCOME,
      of = {JobTypes.REMIND, JobTypes.TELL_GROUPS})
  void shouldTellNobodyWhoSteppedOut() {
    route.step("desk-uk", reference, "recuse", Map.of("reason", "An old friend asks."));

    var desk = List.of("desk:UK-IE-NL-IL");
    remind.remind(new Reminded(reference, desk), element);
    tellGroups.tell(
        new TellGroupsWorker.Groups(reference, desk),
        Map.of("notice", "DISCUSSION_OPENED"),
        element);

    assertThat(told("DUE_SOON")).containsExactly("head-uk");
    assertThat(told("DISCUSSION_OPENED")).containsExactly("head-uk");
  }

  @Test
  @WorkerTest(value = DONE_ONCE, of = JobTypes.REPORT_OVERDUE)
  void shouldNoteOnceThatAStepIsOverdueAndTellOnce() {
    var job = new Overdue(reference, DESK_AND_HEAD);

    reportOverdue.report(job, Map.of("step", "REPLY"), element);
    var before = Traces.of(jdbc, reference);
    reportOverdue.report(job, Map.of("step", "REPLY"), element);

    assertThat(Traces.of(jdbc, reference)).isEqualTo(before);
    assertThat(told("STEP_OVERDUE")).containsExactly("desk-uk", "head-uk");
    assertThat(noted("STEP_OVERDUE")).containsExactly("REPLY");
  }

  @Test
  void shouldNoteEachRunOfAStepThatIsOverdue() {
    var job = new Overdue(reference, DESK_AND_HEAD);

    reportOverdue.report(job, Map.of("step", "DRAFT_STATEMENT"), element);
    reportOverdue.report(job, Map.of("step", "DRAFT_STATEMENT"), element + 1);

    assertThat(noted("STEP_OVERDUE")).containsExactly("DRAFT_STATEMENT", "DRAFT_STATEMENT");
  }

  @Test
  @WorkerTest(value = OTHER_OUTCOME, of = JobTypes.REPORT_OVERDUE)
  void shouldSendTheMailThatTheDiagramNames() {
    var job = new Overdue(reference, List.of("desk-head:UK-IE-NL-IL", "counsel"));
    var headers = Map.of("step", "DECISION_HEAD", "notice", "DECISION_OVERDUE");

    reportOverdue.report(job, headers, element);
    reportOverdue.report(job, headers, element);

    assertThat(told("DECISION_OVERDUE")).containsExactly("counsel", "head-uk");
    assertThat(told("STEP_OVERDUE")).isEmpty();
    assertThat(noted("STEP_OVERDUE")).containsExactly("DECISION_HEAD");
  }

  @Test
  @WorkerTest(value = DONE_ONCE, of = RetiredJobTypes.REPORT_OVERDUE_DECISION)
  void shouldReportALateDecisionOnceForACaseOnAnOlderDiagram() {
    var job = new AtDesk(reference, "UK-IE-NL-IL");

    reportOverdueDecision.report(job, element);
    var before = Traces.of(jdbc, reference);
    reportOverdueDecision.report(job, element);

    assertThat(Traces.of(jdbc, reference)).isEqualTo(before);
    assertThat(told("DECISION_OVERDUE")).containsExactly("counsel", "head-uk");
    assertThat(noted("STEP_OVERDUE")).containsExactly("DECISION");
  }

  @Test
  @WorkerTest(value = OTHER_OUTCOME, of = RetiredJobTypes.REPORT_OVERDUE_DECISION)
  void shouldReportALateDecisionToNobodyWhoSteppedOut() {
    route.step("head-uk", reference, "recuse", Map.of("reason", "An old friend asks."));

    reportOverdueDecision.report(new AtDesk(reference, "UK-IE-NL-IL"), element);

    assertThat(told("DECISION_OVERDUE")).containsExactly("counsel");
  }

  private List<String> told(String notice) {
    return jdbc.told(reference, notice);
  }

  private List<String> noted(String what) {
    return jdbc.sql("select detail from case_event where reference = ? and what = ? order by id")
        .params(reference, what)
        .query(String.class)
        .list();
  }
}
