package dev.candor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Camunda's JavaScript SDK takes the runtime for a cluster: over REST, gRPC, and gRPC streams. */
class JavaScriptSdkIT {

  private static final Path FOLDER = Path.of("src", "test", "javascript");

  private static CamundaRuntime runtime;

  @BeforeAll
  static void start() {
    runtime =
        CamundaRuntime.builder().restPort(0).grpcPort(0).credential("ada", "a secret").start();
  }

  @AfterAll
  static void stop() {
    runtime.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rest", "grpc", "stream"})
  void shouldFollowARequestToItsEnd(String way) throws IOException, InterruptedException {
    // when
    Process node =
        new ProcessBuilder(
                "node",
                "follow-a-request.mjs",
                way,
                runtime.restAddress().toString(),
                "grpc://" + runtime.grpcAddress().getAuthority(),
                "ada",
                "a secret",
                "request.bpmn")
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .start();
    node.onExit().orTimeout(60, TimeUnit.SECONDS).exceptionally(late -> node.destroyForcibly());
    String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    // then
    assertThat(node.waitFor()).as(said).isZero();
    String saw =
        said.lines()
            .filter(line -> line.startsWith("{\"deployed\""))
            .reduce((a, b) -> b)
            .orElse(said);
    assertThat(new ObjectMapper().readTree(saw))
        .as(said)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"deployed": "request", "job": {"country": "NL"}, "task": "decide",
                     "state": "COMPLETED", "outcome": "\\"DECLINED\\""}
                    """));
  }
}
