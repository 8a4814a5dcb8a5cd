package dev.candor.runtime.internal.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.camunda.client.CamundaClient;
import io.camunda.client.spring.configuration.CamundaAutoConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

class StartRuntimeTests {

  @TempDir private Path data;

  @Test
  void shouldServeTheOfficialClientWhereNoClusterIsConfigured() {
    try (var context = start()) {
      var client = context.getBean(CamundaClient.class);

      var topology = client.newTopologyRequest().send().join();

      assertThat(topology.getPartitionsCount()).isEqualTo(1);
      assertThat(client.getConfiguration().getRestAddress())
          .hasToString(context.getEnvironment().getProperty("candor.runtime.rest-address"));
      assertThat(client.newTopologyRequest().useGrpc().send().join().getBrokers())
          .singleElement()
          .satisfies(
              broker ->
                  assertThat(client.getConfiguration().getGrpcAddress().getPort())
                      .isEqualTo(broker.getPort())
                      .isNotEqualTo(26500));
      assertThat(data.resolve("runtime")).isNotEmptyDirectory();
    }
  }

  @Test
  void shouldTouchNoFileInMemory() {
    try (var context = start("candor.runtime.in-memory=true")) {
      context.getBean(CamundaClient.class).newTopologyRequest().send().join();

      assertThat(data).isEmptyDirectory();
    }
  }

  @Test
  void shouldBringTheCredentialItAsksFor() {
    try (var context = start("candor.runtime.in-memory=true", "candor.runtime.password=a secret")) {
      var client = context.getBean(CamundaClient.class);

      assertThat(client.newTopologyRequest().send().join().getPartitionsCount()).isEqualTo(1);
      assertThat(client.newTopologyRequest().useGrpc().send().join().getPartitionsCount())
          .isEqualTo(1);
    }
  }

  @Test
  void shouldSayThatOthersCouldReachItUnasked() {
    var failure = catchThrowable(() -> start("candor.runtime.host=0.0.0.0"));

    var analysis = new CannotStartAnalyzer().analyze(failure);
    assertThat(analysis.getDescription()).contains("0.0.0.0");
    assertThat(analysis.getAction()).contains("candor.runtime.password");
  }

  @Test
  void shouldStayAwayWhereAClusterIsConfigured() {
    try (var context = start("camunda.client.rest-address=http://127.0.0.1:1")) {
      assertThat(context.getEnvironment().containsProperty("candor.runtime.rest-address"))
          .isFalse();
      assertThat(data).isEmptyDirectory();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "candor.runtime.rest-port",
        "candor.runtime.grpc-port",
        "candor.runtime.management-port"
      })
  void shouldSayWhichPortIsInUseAndWhatToDo(String property) throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var failure = catchThrowable(() -> start(property + "=" + taken.getLocalPort()));

      var analysis = new CannotStartAnalyzer().analyze(failure);
      assertThat(analysis.getDescription())
          .isEqualTo("port %d is in use".formatted(taken.getLocalPort()));
      assertThat(analysis.getAction()).contains("--" + property + "=");
    }
  }

  @Test
  void shouldSayWhoseFolderItIs() {
    try (var first = start()) {
      assertThat(first.isActive()).isTrue();

      var failure = catchThrowable(this::start);

      assertThat(new CannotStartAnalyzer().analyze(failure).getDescription())
          .contains(data.resolve("runtime").toString())
          .contains("in use");
    }
  }

  @Test
  void shouldSayWhichFileANewerVersionWrote() throws IOException {
    start().close();
    Path log = data.resolve("runtime/00000000000000000001.log");
    var header = ByteBuffer.wrap(Files.readAllBytes(log)).putInt(8, 9);
    var checksum = new CRC32C();
    checksum.update(header.array(), 0, 20);
    Files.write(log, header.putInt(20, (int) checksum.getValue()).array());

    var failure = catchThrowable(this::start);

    var analysis = new CannotStartAnalyzer().analyze(failure);
    assertThat(analysis.getDescription())
        .isEqualTo("%s has format 9 and this version reads up to 1".formatted(log));
    assertThat(analysis.getAction()).isEqualTo("Start the newer version that wrote it");
  }

  @Test
  void shouldLetGoOfEverythingWhenTheContextEnds() throws IOException {
    start().close();

    try (var again = start()) {
      assertThat(again.isActive()).isTrue();
    }
    assertThat(Files.list(data.resolve("runtime"))).isNotEmpty();
  }

  private ConfigurableApplicationContext start(String... properties) {
    var all =
        new ArrayList<>(
            List.of(
                "--candor.data-dir=" + data,
                "--spring.datasource.url=none",
                "--spring.main.banner-mode=off"));
    List.of(properties).forEach(property -> all.add("--" + property));
    for (String kind : List.of("rest", "grpc", "management")) {
      if (!all.toString().contains(kind + "-port")) {
        all.add("--candor.runtime.%s-port=0".formatted(kind));
      }
    }
    return new SpringApplicationBuilder(NothingButTheClient.class)
        .web(WebApplicationType.NONE)
        .run(all.toArray(String[]::new));
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({JacksonAutoConfiguration.class, CamundaAutoConfiguration.class})
  static class NothingButTheClient {}
}
