package dev.candor;

import static dev.candor.support.RuntimeAlone.awaitReady;
import static dev.candor.support.RuntimeAlone.client;
import static dev.candor.support.RuntimeAlone.rest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.runtime.CamundaRuntime;
import dev.candor.support.RuntimeAlone;
import io.camunda.client.CredentialsProvider;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar candor.jar runtime}: nothing but Camunda 8. */
class RuntimeAloneIT {

  @TempDir private Path folder;

  @Test
  void shouldServeAnOfficialClientAndStopWhenTold() throws Exception {
    // given
    Process process = start("--in-memory");
    MatchResult ready = awaitReady(process);
    try (var client = client(ready).build()) {
      // when
      client
          .newDeployResourceCommand()
          .addProcessModel(
              Bpmn.createExecutableProcess("alone").startEvent().endEvent().done(), "alone.bpmn")
          .send()
          .join();
      client.newCreateInstanceCommand().bpmnProcessId("alone").latestVersion().send().join();

      // then
      assertThat(client.newProcessInstanceSearchRequest().send().join().items()).hasSize(1);
      assertThat(ready.group("kind")).isEqualTo("in memory");
      assertThat(folder).isEmptyDirectory();
    } finally {
      process.toHandle().destroy();
    }
    assertThat(rest(process)).contains("Camunda 8 stops").doesNotContain("WARN", "ERROR");
    assertThat(process.waitFor()).as("ended by SIGTERM").isEqualTo(143);
  }

  @Test
  void shouldGoOnWhereItWasKilled() throws Exception {
    // given
    Process first = start();
    try (var client = client(awaitReady(first)).build()) {
      client
          .newDeployResourceCommand()
          .addProcessModel(
              Bpmn.createExecutableProcess("kept")
                  .startEvent()
                  .userTask()
                  .zeebeUserTask()
                  .endEvent()
                  .done(),
              "kept.bpmn")
          .send()
          .join();
      client.newCreateInstanceCommand().bpmnProcessId("kept").latestVersion().send().join();
      assertThat(failure()).contains("is in use by another process").contains("--candor.data-dir=");
    }

    // when
    first.destroyForcibly().waitFor();
    Process second = start();

    // then
    try (var client = client(awaitReady(second)).build()) {
      assertThat(client.newUserTaskSearchRequest().send().join().items()).hasSize(1);
    } finally {
      second.destroy();
    }
    assertThat(second.waitFor()).isEqualTo(143);
    assertThat(folder.resolve("data").toFile().list()).containsExactly("runtime");
  }

  @Test
  void shouldAskForTheCredentialThatTheEnvironmentNames() throws Exception {
    // given
    ProcessBuilder builder = builder("--in-memory", "--candor.runtime.host=0.0.0.0");
    builder.environment().put("CANDOR_RUNTIME_PASSWORD", "a secret");
    Process process = builder.start();
    MatchResult ready = awaitReady(process);

    // when
    var credentials =
        CredentialsProvider.newBasicAuthCredentialsProviderBuilder()
            .username("camunda")
            .password("a secret")
            .build();
    try (var client = client(ready).credentialsProvider(credentials).build();
        var nobody = client(ready).build()) {
      // then
      assertThat(client.newTopologyRequest().send().join().getPartitionsCount()).isEqualTo(1);
      assertThat(nobody.newTopologyRequest().send().handle((answer, failure) -> failure))
          .succeedsWithin(Duration.ofSeconds(10))
          .isNotNull();
    } finally {
      process.toHandle().destroy();
    }
    assertThat(rest(process)).doesNotContain("a secret");
  }

  @Test
  void shouldSayInOneLineWhyItDoesNotStart() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(failure("--in-memory", "--candor.runtime.grpc-port=" + taken.getLocalPort()))
          .isEqualTo(
              "Candor cannot start: port %d is in use. Stop what uses it, or choose another one with --candor.runtime.grpc-port=<port> (0 = any free)."
                  .formatted(taken.getLocalPort()));
    }
    assertThat(failure("--in-memory", "--candor.runtime.host=0.0.0.0"))
        .startsWith("Candor cannot start: 0.0.0.0 can be reached from other machines");
    assertThat(failure("--in-memroy"))
        .isEqualTo(
            "Candor cannot start: '--in-memroy' is not understood. Give properties as --name=value; --help lists them.");
  }

  @Test
  void shouldStartFromAnArchiveOfItsClassesOnceThereIsOne(@TempDir Path extracted)
      throws Exception {
    // given
    Path jar = RuntimeAlone.extract(extracted);
    List<String> withArchive =
        List.of(
            "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=" + extracted.resolve("runtime.jsa"),
            "-Xlog:cds=error");
    end(RuntimeAlone.runtime(folder, withArchive, jar, "--in-memory"));

    // when
    List<String> logged = new ArrayList<>(withArchive);
    logged.add("-Xlog:class+load:file=" + extracted.resolve("classes.txt"));
    end(RuntimeAlone.runtime(folder, logged, jar, "--in-memory"));

    // then
    assertThat(extracted.resolve("classes.txt"))
        .content()
        .contains(CamundaRuntime.class.getName() + " source: shared objects file (top)");
  }

  /** Starts it, tells it to stop when it is ready, and returns when it has. */
  private static void end(ProcessBuilder runtime) throws Exception {
    Process process = runtime.start();
    awaitReady(process);
    process.toHandle().destroy();
    rest(process);
    process.waitFor();
  }

  @Test
  void shouldTellHowToUseIt() throws Exception {
    Process process = start("--help");

    assertThat(rest(process)).contains("runtime [--in-memory]", "candor.runtime.rest-port");
    assertThat(process.waitFor()).isZero();
  }

  private String failure(String... arguments) throws Exception {
    Process process = start(arguments);
    // What the newest Java says of libraries, in lines of its own, is no word of ours.
    List<String> lines =
        rest(process).lines().filter(line -> !line.startsWith("WARNING: ")).toList();
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(lines).as("one line").hasSize(1);
    return lines.getFirst().substring(lines.getFirst().indexOf("Candor cannot"));
  }

  private Process start(String... arguments) throws IOException {
    return builder(arguments).start();
  }

  /** On free ports unless the arguments say otherwise, with nothing in its working directory. */
  private ProcessBuilder builder(String... arguments) {
    return RuntimeAlone.runtime(folder, List.of(), RuntimeAlone.JAR, arguments);
  }
}
