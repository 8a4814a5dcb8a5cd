package dev.candor.processes;

import static dev.candor.process.TakeInElements.*;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;

import dev.candor.process.JobTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One scenario per way through {@code take-in.bpmn}. */
class TakeInScenariosTests extends ProcessScenarios {

  TakeInScenariosTests() {
    super("take-in.bpmn");
  }

  @Test
  void shouldPutPrecedentsAndGroundsBesideTheFoundingIncident() {
    workers.work();

    var taken = start(PROCESS, ExampleFlags.FOUNDING_INCIDENT);

    assertThatInstance(taken)
        .isCompleted()
        .hasCompletedElementsInOrder(
            TASK_THANK_FLAGGER,
            TASK_TRIAGE,
            TASK_FIND_DESK,
            TASK_CHECK_FACTS,
            TASK_RECORD_TRIAGE,
            TASK_FIND_PRECEDENTS,
            TASK_CHECK_POLICIES,
            TASK_RECORD_GROUNDS,
            END_EVENT_REQUEST_TAKEN_IN)
        .hasNotActivatedElements(TASK_COMPLETE_FACTS)
        .hasVariable("desk", "UK-IE-NL-IL")
        .hasVariable("missingFacts", List.of());
  }

  @Test
  void shouldAskForWhatTheFlagLeavesOpenAndTriageAgain() {
    // given an informal request of somebody whom nobody can place
    workers.answering(
        JobTypes.RECORD_FACTS, Map.of("principalKind", "EMBASSY", "legalBasisGiven", false));
    workers.work();
    var taken = start(PROCESS, with("relationshipGiven", false, "principalKind", "UNKNOWN"));
    assertThatUserTask(byElementId(TASK_COMPLETE_FACTS))
        .isCreated()
        .hasCandidateGroup("desk:UK-IE-NL-IL");

    // when
    complete(TASK_COMPLETE_FACTS, Map.of());

    // then
    assertThatInstance(taken)
        .isCompleted()
        .hasCompletedElementsInOrder(
            TASK_COMPLETE_FACTS, TASK_RECORD_FACTS, TASK_TRIAGE_AGAIN, TASK_RECORD_TRIAGE)
        .hasVariable("missingFacts", List.of("relationship", "principalKind"))
        .hasVariable("principalKind", "EMBASSY");
  }

  @Test
  void shouldRemindTheDeskAndGoOnWithWhatIsKnownWhenNobodyCompletesTheFactsInTime() {
    // given
    workers.work();
    var taken = start(PROCESS, with("relationshipGiven", false));
    assertThatUserTask(byElementId(TASK_COMPLETE_FACTS)).isCreated();

    // when
    context.increaseTime(UNTIL_REMINDER.plusMinutes(1));
    assertThatInstance(taken)
        .hasCompletedElements(END_EVENT_DESK_REMINDED)
        .hasActiveElements(TASK_COMPLETE_FACTS);
    context.increaseTime(UNTIL_DUE.minus(UNTIL_REMINDER));

    // then
    assertThatUserTask(byElementId(TASK_COMPLETE_FACTS)).isCanceled();
    assertThatInstance(taken)
        .isCompleted()
        .hasCompletedElements(BOUNDARY_EVENT_FACTS_OVERDUE, TASK_RECORD_TRIAGE)
        .hasNotActivatedElements(TASK_RECORD_FACTS);
  }

  @Test
  void shouldCheckNoPolicyWhereThereIsLegalProcess() {
    workers.work();

    var taken = start(PROCESS, ExampleFlags.POLICE_WITH_A_COURT_ORDER);

    assertThatInstance(taken)
        .isCompleted()
        .hasCompletedElements(TASK_RECORD_TRIAGE, END_EVENT_LEGAL_PROCESS_FOUND)
        .hasNotActivatedElements(TASK_FIND_PRECEDENTS, TASK_CHECK_POLICIES);
  }

  private static Map<String, Object> with(Object... changes) {
    var facts = new HashMap<>(ExampleFlags.FOUNDING_INCIDENT);
    for (int i = 0; i < changes.length; i += 2) {
      facts.put((String) changes[i], changes[i + 1]);
    }
    return facts;
  }
}
