package dev.candor.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.runtime.RuntimeForTests;
import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ProcessesInPlaceTests {

  @Test
  void shouldAskTheEngineWhereOthersDeploy() throws IOException {
    try (var engine = RuntimeForTests.start();
        var client = RuntimeForTests.client(engine)) {
      // given
      var processes = new ProcessesInPlace(client, () -> false, deploy(false));
      assertThat(processes.areThere()).isFalse();
      // when
      deployAll(client);
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

  private static void deployAll(CamundaClient client) throws IOException {
    var deployment = client.newDeployResourceCommand();
    try (var files = Files.list(Path.of("processes"))) {
      files
          .filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form)"))
          .map(file -> deployment.addResourceFile(file.toString()))
          .reduce((first, last) -> last)
          .orElseThrow()
          .send()
          .join();
    }
  }

  private static ProcessSettings deploy(boolean deploy) {
    var moment = Duration.ofMillis(10);
    return new ProcessSettings(deploy, moment, moment, moment, moment, moment);
  }
}
