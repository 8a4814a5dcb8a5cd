package dev.candor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ad-hoc sub-processes, led by a worker's results or by a person, through the official client. */
class AdHocSubProcessTests extends RestTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldDoWhatAWorkerPlansNext(boolean rest) {
    // given
    String id = "planned-" + rest;
    deploy(
        Bpmn.createExecutableProcess(id)
            .startEvent()
            .adHocSubProcess(
                "plan",
                plan -> {
                  plan.zeebeJobType(id + "-plan");
                  plan.serviceTask("ask", task -> task.zeebeJobType(id + "-ask"));
                  plan.serviceTask("tell", task -> task.zeebeJobType(id + "-tell"));
                })
            .endEvent()
            .done());
    long instance = create(id, Map.of());

    try (var worker =
        rest ? RuntimeForTests.client(runtime) : RuntimeForTests.grpcClient(runtime)) {
      // when
      worker
          .newCompleteCommand(activate(id + "-plan"))
          .withResult(
              result ->
                  result
                      .forAdHocSubProcess()
                      .activateElement("ask")
                      .variables(Map.of("whom", "ada")))
          .send()
          .join();
      ActivatedJob asked = activate(id + "-ask");
      worker.newCompleteCommand(asked).send().join();
      worker
          .newCompleteCommand(activate(id + "-plan"))
          .withResult(result -> result.forAdHocSubProcess().completionConditionFulfilled(true))
          .send()
          .join();

      // then
      assertThat(asked.getVariablesAsMap()).containsEntry("whom", "ada");
      assertThat(client.newProcessInstanceGetRequest(instance).send().join().getState())
          .isEqualTo(ProcessInstanceState.COMPLETED);
      assertThat(jobs(id + "-tell")).isEmpty();
    }
  }

  @Test
  void shouldDoWhatAPersonChooses() {
    // given
    deploy(
        Bpmn.createExecutableProcess("chosen")
            .startEvent()
            .adHocSubProcess(
                "choices",
                choices -> {
                  choices.serviceTask("this", task -> task.zeebeJobType("this"));
                  choices.serviceTask("that", task -> task.zeebeJobType("that"));
                })
            .endEvent()
            .done());
    long instance = create("chosen", Map.of());
    long choices =
        client
            .newElementInstanceSearchRequest()
            .filter(f -> f.processInstanceKey(instance).elementId("choices"))
            .send()
            .join()
            .singleItem()
            .getElementInstanceKey();

    // when
    client
        .newActivateAdHocSubProcessActivitiesCommand(String.valueOf(choices))
        .activateElement("that")
        .send()
        .join();

    // then
    client.newCompleteCommand(activate("that")).send().join();
    assertThat(jobs("this")).isEmpty();
  }
}
