package dev.candor.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.process.ProcessPictures;
import dev.candor.runtime.CamundaRuntime;
import dev.candor.runtime.RuntimeForTests;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where instances stand on the real engine, on the version of the diagram they run on. */
class CamundaProcessPicturesTests {

  private static CamundaRuntime runtime;
  private static CamundaClient client;

  @BeforeAll
  static void start() {
    runtime = RuntimeForTests.start();
    client = RuntimeForTests.client(runtime);
  }

  @AfterAll
  static void stop() {
    client.close();
    runtime.close();
  }

  @Test
  void shouldSayWhatRunsAndWhatIsPassed() {
    // given
    deploy("walking", "Take the first step");
    var instance =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId("walking")
            .latestVersion()
            .send()
            .join()
            .getProcessInstanceKey();
    // when
    var pictures = new CamundaProcessPictures(client);
    var begun = picture(pictures, instance);
    // then
    assertThat(begun.xml()).contains("Take the first step");
    assertThat(begun.active()).contains("first").doesNotContain("second", "start");
    assertThat(begun.passed()).contains("start", "to-first").doesNotContain("first", "to-second");

    // when
    var task =
        client
            .newUserTaskSearchRequest()
            .filter(filter -> filter.processInstanceKey(instance))
            .send()
            .join()
            .singleItem();
    client.newCompleteUserTaskCommand(task.getUserTaskKey()).send().join();
    var later = picture(pictures, instance);
    // then
    assertThat(later.active()).contains("second").doesNotContain("first");
    assertThat(later.passed()).contains("start", "to-first", "first", "to-second");
    assertThat(later.steps())
        .as("in the order of the engine's keys")
        .extracting(ProcessPictures.Step::elementId)
        .containsExactlyInAnyOrder("start", "first");
  }

  @Test
  void shouldNameAnElementAsItsVersionDoes() {
    // given
    var before = deploy("naming", "Ask once");
    var after = deploy("naming", "Ask twice");
    var pictures = new CamundaProcessPictures(client);
    // then
    assertThat(pictures.elementName(before, "first")).isEqualTo("Ask once");
    assertThat(pictures.elementName(after, "first")).isEqualTo("Ask twice");
    assertThat(pictures.elementName(after, "second")).isEqualTo("second");
    assertThat(pictures.elementName(4711, "first")).isEqualTo("first");
  }

  @Test
  void shouldHaveNoPictureOfWhatIsNotThere() {
    assertThat(new CamundaProcessPictures(client).of(4711)).isEmpty();
  }

  private static ProcessPictures.Picture picture(ProcessPictures pictures, long instance) {
    return pictures.of(instance).orElseThrow();
  }

  /** Two user tasks, the second without a name; answers the key of this version. */
  private static long deploy(String process, String nameOfTheFirst) {
    return client
        .newDeployResourceCommand()
        .addProcessModel(
            Bpmn.createExecutableProcess(process)
                .startEvent("start")
                .sequenceFlowId("to-first")
                .userTask("first")
                .name(nameOfTheFirst)
                .zeebeUserTask()
                .sequenceFlowId("to-second")
                .userTask("second")
                .zeebeUserTask()
                .endEvent("end")
                .done(),
            process + ".bpmn")
        .send()
        .join()
        .getProcesses()
        .getFirst()
        .getProcessDefinitionKey();
  }
}
