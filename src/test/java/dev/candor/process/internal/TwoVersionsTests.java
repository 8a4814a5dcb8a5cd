package dev.candor.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.StartEventBuilder;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Why a case that stands at a step cannot move to another version of its diagram. */
class TwoVersionsTests {

  private static final String STEP = "step";

  @Test
  void shouldLetMoveWhatStandsAtTheSameStep() {
    var before =
        diagram(start -> start.userTask(STEP).zeebeUserTask().name("Review request").done());
    var after = diagram(start -> start.userTask(STEP).zeebeUserTask().name("Review it").done());

    assertThat(hindrances(before, after)).isEmpty();
    assertThat(new TwoVersions(before, after).same()).contains(STEP);
  }

  @Test
  void shouldHoldWhatStandsAtAStepThatIsGone() {
    var before =
        diagram(start -> start.userTask(STEP).zeebeUserTask().name("Review request").done());
    var after = diagram(start -> start.userTask("another").zeebeUserTask().done());

    assertThat(hindrances(before, after))
        .containsExactly("It stands at \"Review request\", which the other version does not have");
    assertThat(new TwoVersions(before, after).same()).doesNotContain(STEP);
  }

  @Test
  void shouldHoldWhatStandsAtAStepOfAnotherKind() {
    var before = diagram(start -> start.userTask(STEP).zeebeUserTask().done());
    var after = diagram(start -> start.serviceTask(STEP).zeebeJobType("candor.remind").done());

    assertThat(hindrances(before, after))
        .containsExactly(
            "It stands at \"step\", which is a user task and would become a service task");
  }

  @Test
  void shouldHoldWhatStandsAtAStepThatHasMovedIntoASubProcess() {
    var before = diagram(start -> start.userTask(STEP).zeebeUserTask().done());
    var after =
        diagram(
            start ->
                start
                    .subProcess("part")
                    .embeddedSubProcess()
                    .startEvent()
                    .userTask(STEP)
                    .zeebeUserTask()
                    .done());

    assertThat(hindrances(before, after))
        .containsExactly("It stands at \"step\", which lies in another sub-process there");
  }

  @Test
  void shouldHoldWhatStandsAtAStepThatIsDoneSeveralTimes() {
    var before = diagram(start -> start.userTask(STEP).zeebeUserTask().done());
    var after =
        diagram(
            start ->
                start
                    .userTask(STEP)
                    .zeebeUserTask()
                    .multiInstance(each -> each.zeebeInputCollectionExpression("groups"))
                    .done());

    assertThat(hindrances(before, after))
        .containsExactly(
            "It stands at \"step\", which is done once in one version and several times in the"
                + " other");
  }

  private static List<String> hindrances(String before, String after) {
    return new TwoVersions(before, after).hindrances(List.of(STEP));
  }

  private static String diagram(Function<StartEventBuilder, BpmnModelInstance> drawn) {
    return Bpmn.convertToString(
        drawn.apply(Bpmn.createExecutableProcess("process").startEvent("start")));
  }
}
