package dev.candor.process.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.runtime.RuntimeForTests;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class ProcessesInPlaceTests {

  @Test
  void shouldAskTheEngineWhereOthersDeploy() {
    try (var engine = RuntimeForTests.start();
        var client = RuntimeForTests.client(engine)) {
      // given
      var deployment =
          new Deployment(client, new PathMatchingResourcePatternResolver(), deploy(false));
      var processes = new ProcessesInPlace(client, deployment, deploy(false));
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
      var deployment =
          new Deployment(client, new PathMatchingResourcePatternResolver(), deploy(true));
      var processes = new ProcessesInPlace(client, deployment, deploy(true));
      assertThat(processes.areThere()).isFalse();

      deployment.start();

      await().until(processes::areThere);
      deployment.stop();
    }
  }

  private static ProcessSettings deploy(boolean deploy) {
    var moment = Duration.ofMillis(10);
    return new ProcessSettings(deploy, moment, moment, moment, moment, moment);
  }
}
