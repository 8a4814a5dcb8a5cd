package dev.candor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.CamundaClient;
import io.camunda.client.CredentialsProvider;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.grpc.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may connect to a runtime that others can reach. */
class CredentialTests {

  private static CamundaRuntime runtime;

  @BeforeAll
  static void start() throws UnknownHostException {
    runtime =
        CamundaRuntime.builder()
            .host(InetAddress.getByName("0.0.0.0"))
            .credential("ada", "corréct horse")
            .restPort(0)
            .grpcPort(0)
            .managementPort(0)
            .start();
  }

  @AfterAll
  static void stop() {
    runtime.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldServeWhoBringsTheCredential(boolean rest) {
    try (var client = client("corréct horse", rest)) {
      assertThat(client.newTopologyRequest().send().join().getPartitionsCount()).isEqualTo(1);
    }
  }

  @Test
  void shouldServeNobodyElseByRest() {
    try (var client = client("correct horse", true)) {
      assertThatThrownBy(() -> client.newTopologyRequest().send().join())
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> {
                assertThat(e.code()).isEqualTo(401);
                assertThat(e.details().getTitle()).isEqualTo("UNAUTHORIZED");
              });
    }
  }

  @Test
  void shouldServeNobodyElseByGrpc() {
    try (var client = client("correct horse", false)) {
      assertThatThrownBy(() -> client.newTopologyRequest().send().join())
          .isInstanceOfSatisfying(
              ClientStatusException.class,
              e -> assertThat(e.getStatusCode()).isEqualTo(Status.Code.UNAUTHENTICATED));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Basic", "Basic !", "Bearer YWRhOmNvcnLDqWN0IGhvcnNl", "Basic YWRhOg=="})
  void shouldAskWhoManages(String authorization) {
    var answer = get(runtime.managementAddress().resolve("/actuator/health"), authorization);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic realm="));
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"status\":401");
  }

  @Test
  void shouldLetManageWhoBringsTheCredential() {
    var pair = Base64.getEncoder().encodeToString("ada:corréct horse".getBytes());

    var answer = get(runtime.managementAddress().resolve("/actuator/health"), "basic " + pair);

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void shouldNotOpenToOthersWithoutACredential() throws IOException {
    var host = InetAddress.getByName("0.0.0.0");

    assertThatThrownBy(() -> CamundaRuntime.builder().host(host).restPort(0).start())
        .isInstanceOfSatisfying(
            CannotStart.class, e -> assertThat(e.whatToDo()).contains("candor.runtime.password"))
        .hasMessageContaining("0.0.0.0");
  }

  @Test
  void shouldNotListenWhereThisMachineIsNot() throws IOException {
    // RFC 5737: addresses for documentation, which no machine has.
    var host = InetAddress.getByName("192.0.2.1");
    assertThat(NetworkInterface.getByInetAddress(host)).isNull();

    assertThatThrownBy(
            () -> CamundaRuntime.builder().host(host).credential("a", "b").restPort(0).start())
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("192.0.2.1");
  }

  @Test
  void shouldListenOnLoopbackOnlyUnlessToldOtherwise() throws IOException {
    try (var quiet = CamundaRuntime.builder().restPort(0).grpcPort(0).start()) {
      assertThat(quiet.restAddress().getHost()).isEqualTo("127.0.0.1");
      assertThat(quiet.grpcAddress().getHost()).isEqualTo("127.0.0.1");
      // Every other address of this machine is free for somebody else to listen on.
      for (var address :
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .filter(one -> !one.isLoopbackAddress() && !one.isLinkLocalAddress())
              .toList()) {
        try (var free = new ServerSocket(quiet.restAddress().getPort(), 1, address)) {
          assertThat(free.isBound()).isTrue();
        }
      }
    }
  }

  private static CamundaClient client(String password, boolean rest) {
    return CamundaClient.newClientBuilder()
        .restAddress(runtime.restAddress())
        .grpcAddress(runtime.grpcAddress())
        .preferRestOverGrpc(rest)
        .credentialsProvider(
            CredentialsProvider.newBasicAuthCredentialsProviderBuilder()
                .username("ada")
                .password(password)
                .build())
        .build();
  }

  private static HttpResponse<String> get(URI address, String authorization) {
    var request = HttpRequest.newBuilder(address);
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
