package dev.candor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.support.OwnersDatabase;
import dev.candor.support.RunningCandor;
import dev.candor.support.StepsByApi;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A power cut between the review and the decision, while the worker that lets counsel into the case
 * is at work: nothing that anybody was told is done may be gone, and the job in hand is done.
 */
class KillAndRestartIT {

  @TempDir Path dataDirectory;

  @Test
  void shouldGoOnAfterAKillBetweenReviewAndDecision() {
    // given a case that its desk has reviewed
    String reference;
    try (var candor = RunningCandor.start(dataDirectory)) {
      var steps = new StepsByApi(candor.address());
      reference = steps.flagged();
      var review = steps.offered("desk-uk", reference, "Task_ReviewRegionally");
      try (var database = OwnersDatabase.of(dataDirectory, candor.output())) {
        database.hold("case_group");
        steps.answer(
            "desk-uk",
            review,
            Map.of("recommendation", "ESCALATE", "rationale", "It is for counsel to say."));
        database.awaitSomebodyAt("case_group");

        // when the process is killed while it lets counsel into the case
        candor.kill();
      }
    }

    // then the restarted service still has counsel's task, and its completion ends the case
    try (var candor = RunningCandor.start(dataDirectory)) {
      var steps = new StepsByApi(candor.address());
      steps.answer(
          "counsel",
          steps.offered("counsel", reference, "Task_DecideAsCounsel"),
          Map.of(
              "outcome",
              "DECLINED_WITH_ALTERNATIVE",
              "grounds",
              List.of("COORDINATED_INAUTHENTIC_BEHAVIOUR"),
              "rationale",
              "An open, labelled account is the way."));
      steps.answer(
          "desk-uk",
          steps.offered("desk-uk", reference, "Task_ReplyToRequester"),
          Map.of("reply", "You may open one."));
      var ended = steps.inState(reference, "CLOSED");
      assertThat(ended.path("decision").path("outcome").asText())
          .isEqualTo("DECLINED_WITH_ALTERNATIVE");
      assertThat(ended.path("decision").path("by").asText()).isEqualTo("counsel");
      assertThat(ended.path("recommendations")).hasSize(1);
    }
  }
}
