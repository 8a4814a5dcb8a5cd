package dev.candor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Decisions, signals and variables, through the official client. */
class RestDecisionTests extends RestTest {

  static final String DMN =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="sizes" name="Sizes"
          namespace="http://candor.dev/test">
        <decision id="size" name="Size">
          <decisionTable id="table" hitPolicy="FIRST">
            <input id="in"><inputExpression id="e" typeRef="number"><text>weight</text>
            </inputExpression></input>
            <output id="out" name="size" typeRef="string"/>
            <rule id="heavy"><inputEntry id="i1"><text>&gt; 10</text></inputEntry>
              <outputEntry id="o1"><text>"large"</text></outputEntry></rule>
            <rule id="rest"><inputEntry id="i2"><text></text></inputEntry>
              <outputEntry id="o2"><text>"small"</text></outputEntry></rule>
          </decisionTable>
        </decision>
      </definitions>
      """;

  @BeforeAll
  static void deployDecision() {
    client
        .newDeployResourceCommand()
        .addResourceString(DMN, StandardCharsets.UTF_8, "sizes.dmn")
        .send()
        .join();
  }

  @Test
  void shouldEvaluateADecisionAndShowHow() {
    // when
    var answer =
        client
            .newEvaluateDecisionCommand()
            .decisionId("size")
            .variables(Map.of("weight", 12))
            .send()
            .join();

    // then
    assertThat(answer.getDecisionOutput()).isEqualTo("\"large\"");
    var shown =
        client
            .newDecisionInstanceSearchRequest()
            .filter(f -> f.decisionDefinitionId("size"))
            .send()
            .join()
            .singleItem();
    var whole = client.newDecisionInstanceGetRequest(shown.getDecisionInstanceId()).send().join();
    assertThat(whole.getMatchedRules().getFirst().getRuleId()).isEqualTo("heavy");
    assertThat(whole.getEvaluatedInputs().getFirst().getInputValue()).isEqualTo("12");
  }

  @Test
  void shouldShowWhatDecisionsThereAre() {
    // when
    var size =
        client
            .newDecisionDefinitionSearchRequest()
            .filter(f -> f.decisionDefinitionId("size"))
            .send()
            .join()
            .singleItem();

    // then
    assertThat(size.getDmnDecisionName()).isEqualTo("Size");
    assertThat(client.newDecisionDefinitionGetXmlRequest(size.getDecisionKey()).send().join())
        .isEqualTo(DMN);
    assertThatThrownBy(
            () -> client.newEvaluateDecisionCommand().decisionId("unknown").send().join())
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.code()).isEqualTo(404));
  }

  @Test
  void shouldWakeByASignalWhoeverWaitsForIt() {
    // given
    deploy(
        Bpmn.createExecutableProcess("waiting")
            .startEvent()
            .intermediateCatchEvent("bell", event -> event.signal("ring"))
            .endEvent()
            .done());
    long instance = create("waiting", Map.of());

    // when
    client.newSetVariablesCommand(instance).variables(Map.of("set", "by hand")).send().join();
    client.newBroadcastSignalCommand().signalName("ring").variables(Map.of("x", 1)).send().join();

    // then
    assertThat(client.newProcessInstanceGetRequest(instance).send().join().getState())
        .isEqualTo(ProcessInstanceState.COMPLETED);
    assertThat(
            client
                .newVariableSearchRequest()
                .filter(f -> f.processInstanceKey(instance))
                .send()
                .join()
                .items())
        .extracting("name")
        .containsExactlyInAnyOrder("set", "x");
  }
}
