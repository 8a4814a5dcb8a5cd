package dev.candor.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.runtime.RuntimeForTests;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ProcessesInPlaceTests {

  @Test
  void shouldAskTheEngineWhereOthersDeploy() {
    try (var engine = RuntimeForTests.start();
        var client = RuntimeForTests.client(engine)) {
      // given
      var processes = new ProcessesInPlace(client, () -> false, deploy(false));
      assertThat(processes.areThere()).isFalse();
      // when
      client
          .newDeployResourceCommand()
          .addResourceFromClasspath("processes/sensitive-request.bpmn")
          .addResourceFromClasspath("processes/triage.dmn")
          .addResourceFromClasspath("processes/desk.dmn")
          .addResourceFromClasspath("processes/regional-review.form")
          .addResourceFromClasspath("processes/decision.form")
          .send()
          .join();
      // then
      assertThat(processes.areThere()).isTrue();
    }
  }

  @Test
  void shouldWaitForItsOwnDeploymentWhereItDeploys() {
    try (var engine = RuntimeForTests.start();
        var client = RuntimeForTests.client(engine)) {
      var deployed = new AtomicBoolean();
      var processes = new ProcessesInPlace(client, deployed::get, deploy(true));
      assertThat(processes.areThere()).isFalse();

      deployed.set(true);

      assertThat(processes.areThere()).isTrue();
    }
  }

  private static ProcessSettings deploy(boolean deploy) {
    var moment = Duration.ofMillis(10);
    return new ProcessSettings(deploy, moment, moment, moment, moment, moment);
  }
}
