package dev.candor.processes;

import static dev.candor.process.PolicyDiscussionElements.*;
import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byKey;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.process.JobTypes;
import dev.candor.runtime.RuntimeForTests;
import dev.candor.support.BesideOthers;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.assertions.ProcessInstanceAssert;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One scenario per way through {@code policy-discussion.bpmn}; together they reach all of it. */
@BesideOthers
class PolicyDiscussionScenariosTests {

  @RegisterExtension
  static final CamundaProcessTestExtension CAMUNDA = RuntimeForTests.processTest();

  private static final ReachedElements REACHED = new ReachedElements("policy-discussion.bpmn");

  CamundaClient client;
  CamundaProcessTestContext context;

  private StandInWorkers workers;
  private long discussion;

  @BeforeAll
  static void giveABusyMachineTime() {
    CamundaAssert.setAssertionTimeout(Duration.ofSeconds(40));
  }

  @BeforeEach
  void open() {
    ProcessFiles.deploy(client);
    workers = new StandInWorkers(client, context);
    workers.work();
    discussion =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId(PROCESS)
            .latestVersion()
            .variables(
                Map.of(
                    "caseReference", "SR-2026-00042",
                    "discussion", "SR-2026-00042-1",
                    "desk", "UK-IE-NL-IL",
                    "type", "CREATE_OR_PROMOTE",
                    "severity", "HIGH"))
            .send()
            .join()
            .getProcessInstanceKey();
  }

  @AfterEach
  void noteWhereItHasBeen() {
    REACHED.note(client, discussion);
  }

  @AfterAll
  static void shouldHaveReachedEveryElement() {
    assertThat(REACHED.never()).as("Elements that no scenario reaches; add one for them").isEmpty();
  }

  @Test
  void shouldTurnAProposedChangeIntoADraft() {
    // given
    assertThat(groupsAsked()).containsExactlyInAnyOrder("policy", "counsel", "desk:UK-IE-NL-IL");
    opinionsAsked().forEach(this::giveOpinion);

    // when
    conclude("CHANGE_PROPOSED");
    assertThatUserTask(byElementId(TASK_DRAFT_POLICY_VERSION))
        .isCreated()
        .hasCandidateGroup("policy");
    complete(TASK_DRAFT_POLICY_VERSION, Map.of());

    // then
    assertThatDiscussion()
        .isCompleted()
        .hasCompletedElementsInOrder(
            TASK_GATHER_SIMILAR_CASES,
            TASK_INVITE_PARTICIPANTS,
            TASK_CONCLUDE_DISCUSSION,
            TASK_RECORD_CONCLUSION,
            TASK_DRAFT_POLICY_VERSION,
            TASK_RECORD_POLICY_DRAFT,
            TASK_TELL_PARTICIPANTS,
            END_EVENT_DISCUSSION_CONCLUDED)
        .hasCompletedElement(TASK_RECORD_OPINION, 3);
    assertThat(workers.noticesTold(JobTypes.TELL_GROUPS))
        .containsExactly("DISCUSSION_OPENED", "DISCUSSION_CONCLUDED");
  }

  @Test
  void shouldEndWithoutADraftWhenNothingIsToChange() {
    // given
    opinionsAsked().forEach(this::giveOpinion);

    // when
    conclude("NO_CHANGE");

    // then
    assertThatDiscussion()
        .isCompleted()
        .hasCompletedElements(GATEWAY_IS_CHANGE_PROPOSED, END_EVENT_DISCUSSION_CONCLUDED)
        .hasNotActivatedElements(TASK_DRAFT_POLICY_VERSION, BOUNDARY_EVENT_DISCUSSION_TIME_OVER);
  }

  @Test
  void shouldConcludeWithTheOpinionsItHasWhenTheTimeIsOver() {
    // given
    giveOpinion(opinionsAsked().getFirst());
    assertThatDiscussion().hasCompletedElements(TASK_RECORD_OPINION);

    // when
    context.increaseTime(Duration.ofHours(15));
    assertThatDiscussion()
        .hasCompletedElement(END_EVENT_GROUP_REMINDED, 2)
        .hasActiveElements(SUB_PROCESS_DISCUSS_POLICY);
    context.increaseTime(Duration.ofHours(2));

    // then
    conclude("NO_CHANGE");
    assertThatDiscussion()
        .isCompleted()
        .hasCompletedElements(BOUNDARY_EVENT_DISCUSSION_TIME_OVER)
        .hasCompletedElement(TASK_RECORD_OPINION, 1)
        .hasTerminatedElement(TASK_GIVE_OPINION, 2);
  }

  @Test
  void shouldRemindThePolicyTeamOfWhatIsItsToDoAndReportWhatIsOverdue() {
    opinionsAsked().forEach(this::giveOpinion);
    assertThatUserTask(byElementId(TASK_CONCLUDE_DISCUSSION)).isCreated();

    context.increaseTime(StandInWorkers.UNTIL_REMINDER.plusMinutes(1));
    assertThatDiscussion().hasCompletedElements(END_EVENT_CONCLUDERS_REMINDED);
    context.increaseTime(StandInWorkers.UNTIL_DUE.minus(StandInWorkers.UNTIL_REMINDER));
    assertThatDiscussion().hasCompletedElements(END_EVENT_LATE_CONCLUSION_REPORTED);

    conclude("CHANGE_PROPOSED");
    assertThatUserTask(byElementId(TASK_DRAFT_POLICY_VERSION)).isCreated();
    context.increaseTime(StandInWorkers.UNTIL_REMINDER.plusMinutes(1));
    assertThatDiscussion().hasCompletedElements(END_EVENT_DRAFTERS_REMINDED);
    context.increaseTime(StandInWorkers.UNTIL_DUE.minus(StandInWorkers.UNTIL_REMINDER));
    assertThatDiscussion()
        .hasCompletedElements(END_EVENT_LATE_POLICY_DRAFT_REPORTED)
        .hasActiveElements(TASK_DRAFT_POLICY_VERSION);
  }

  @Test
  void shouldKeepEachGroupsSubmissionApart() {
    // when all three give their opinion at once
    opinionsAsked().forEach(this::giveOpinion);

    // then each job has its own group's
    conclude("NO_CHANGE");
    assertThatDiscussion().isCompleted();
    assertThat(workers.jobsOf(JobTypes.RECORD_OPINION))
        .extracting(job -> job.getVariable("submission"))
        .doesNotHaveDuplicates()
        .hasSize(3);
  }

  private List<UserTask> opinionsAsked() {
    return await()
        .atMost(Duration.ofSeconds(40))
        .until(
            () ->
                client
                    .newUserTaskSearchRequest()
                    .filter(
                        filter ->
                            filter
                                .processInstanceKey(discussion)
                                .elementId(TASK_GIVE_OPINION)
                                .state(UserTaskState.CREATED))
                    .send()
                    .join()
                    .items(),
            asked -> asked.size() == 3);
  }

  private List<String> groupsAsked() {
    return opinionsAsked().stream().flatMap(task -> task.getCandidateGroups().stream()).toList();
  }

  private void giveOpinion(UserTask task) {
    client
        .newCompleteUserTaskCommand(task.getUserTaskKey())
        .variables(Map.of("submission", UUID.randomUUID().toString(), "rationale", "Words"))
        .send()
        .join();
  }

  private void conclude(String conclusion) {
    complete(TASK_CONCLUDE_DISCUSSION, Map.of("conclusion", conclusion));
  }

  private void complete(String task, Map<String, Object> routing) {
    var variables = new HashMap<>(routing);
    variables.put("submission", UUID.randomUUID().toString());
    context.completeUserTask(byElementId(task), variables);
  }

  private ProcessInstanceAssert assertThatDiscussion() {
    return assertThatProcessInstance(byKey(discussion));
  }
}
