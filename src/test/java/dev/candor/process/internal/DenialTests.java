package dev.candor.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DenialTests {

  @Test
  void shouldTakeTheListenersWordsOutOfTheEnginesSentence() {
    // given
    var detail =
        "INVALID_STATE: Command 'COMPLETE' rejected with code 'INVALID_STATE': Completion of the User"
            + " Task with key '2251' was denied by Task Listener. Reason to deny: 'Claim it first'";
    // then
    assertThat(CamundaHumanTasks.reason(detail)).isEqualTo("Claim it first");
  }

  @Test
  void shouldNotPassOnAnythingElseTheEngineSays() {
    assertThat(CamundaHumanTasks.reason("Expected to assign user task with key '1', but"))
        .isEqualTo("The task cannot be changed at the moment");
  }
}
