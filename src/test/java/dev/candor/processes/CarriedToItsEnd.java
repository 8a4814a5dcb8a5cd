package dev.candor.processes;

import static dev.candor.process.SensitiveRequestElements.END_EVENT_CASE_CLOSED;
import static dev.candor.process.SensitiveRequestElements.END_EVENT_CASE_WITHDRAWN;
import static dev.candor.process.SensitiveRequestElements.END_EVENT_REQUEST_LAPSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.process.JobTypes;
import dev.candor.runtime.CamundaRuntime;
import io.camunda.client.CamundaClient;
import java.util.Set;
import java.util.TreeSet;

/**
 * What holds for every case: it ends, decided or withdrawn, soon enough and without an incident.
 */
final class CarriedToItsEnd {

  /** In so many turns every case has ended that goes its way and no other. */
  static final int MOST_TURNS = 60;

  private static final Set<String> ENDS =
      Set.of(END_EVENT_CASE_CLOSED, END_EVENT_CASE_WITHDRAWN, END_EVENT_REQUEST_LAPSED);

  private CarriedToItsEnd() {}

  /**
   * Carries the case through the diagrams that are deployed.
   *
   * @param mostTurns by then it has to have ended
   * @throws AssertionError when it does not hold; with all that happened to the case
   */
  static void carry(
      CamundaRuntime runtime,
      CamundaClient client,
      CaseByChance chance,
      String reference,
      int mostTurns) {
    var underWay = new CaseUnderWay(runtime, client, chance, reference);
    try {
      assertThat(underWay.incidents()).as("Incidents of %s", underWay).isEmpty();
      for (var turn = 0; turn < mostTurns && !underWay.hasEnded(); turn++) {
        underWay.take(chance.turn(turn));
        assertThat(underWay.incidents()).as("Incidents of %s", underWay).isEmpty();
      }

      assertThat(underWay.hasEnded()).as("Ended in %d turns: %s", mostTurns, underWay).isTrue();
      assertThatItEndedOnce(underWay);
    } finally {
      underWay.stop();
    }
  }

  private static void assertThatItEndedOnce(CaseUnderWay ended) {
    assertThat(ended.isCompleted()).as("Completed: %s", ended).isTrue();
    var ends = new TreeSet<>(ended.endEvents());
    ends.retainAll(ENDS);
    assertThat(ends).as("Ends of %s", ended).hasSize(1);
    var decided = ends.contains(END_EVENT_CASE_CLOSED);
    assertThat(ended.done(JobTypes.RECORD_DECISION))
        .as("Decisions recorded of %s", ended)
        .isEqualTo(decided ? 1 : 0);
    assertThat(ended.done(JobTypes.CLOSE_CASE))
        .as("How often it was closed: %s", ended)
        .isEqualTo(decided ? 1 : 0);
    assertThat(ended.done(JobTypes.RECORD_WITHDRAWAL))
        .as("Withdrawals recorded of %s", ended)
        .isEqualTo(decided ? 0 : 1);
  }
}
