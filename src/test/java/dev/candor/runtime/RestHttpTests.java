package dev.candor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the official client never does. */
class RestHttpTests extends RestTest {

  @Test
  void shouldRefuseUnknownPropertiesByName() {
    // when
    HttpResponse<String> answer =
        post("/v2/messages/publication", "{\"name\":\"x\",\"colour\":\"red\"}");

    // then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"status\":400").contains("colour").doesNotContain("red");
  }

  @Test
  void shouldRefuseWhatIsNotJsonAndWhatIsMissing() {
    assertThat(post("/v2/messages/publication", "{").statusCode()).isEqualTo(400);
    assertThat(post("/v2/messages/publication", "").statusCode()).isEqualTo(400);
    assertThat(post("/v2/messages/publication", "{}").statusCode()).isEqualTo(400);
    assertThat(post("/v2/jobs/abc/completion", "{}").statusCode()).isEqualTo(400);
    assertThat(post("/v2/deployments", "{}").statusCode()).isEqualTo(415);
  }

  @Test
  void shouldSayWhatTheContractHasButThisRuntimeDoesNot() {
    // when
    HttpResponse<String> notServed = post("/v2/users", "{}");
    HttpResponse<String> unknown = post("/v2/unicorns", "{}");

    // then
    assertThat(notServed.statusCode()).isEqualTo(501);
    assertThat(notServed.body()).contains("POST /users");
    assertThat(unknown.statusCode()).isEqualTo(404);
  }

  @Test
  void shouldGiveNoJobToAPollWhoseClientHungUp() throws IOException {
    // given
    deploy(oneTask("hung-up", "precious"));
    String poll =
        "{\"type\":\"precious\",\"timeout\":600000,\"maxJobsToActivate\":1,\"requestTimeout\":500}";
    try (Socket socket = new Socket("127.0.0.1", runtime.restAddress().getPort())) {
      socket
          .getOutputStream()
          .write(
              ("POST /v2/jobs/activation HTTP/1.1\r\nHost: localhost\r\n"
                      + "Content-Type: application/json\r\nContent-Length: "
                      + poll.length()
                      + "\r\n\r\n"
                      + poll)
                  .getBytes(StandardCharsets.UTF_8));
    }

    // when
    create("hung-up", Map.of());

    // then
    await().untilAsserted(() -> assertThat(jobs("precious")).hasSize(1));
  }

  /** Java's own client asks for HTTP/2 with its first request, and would be given it. */
  @Test
  void shouldLeaveAJobWithAClientThatOffersHttp2() {
    // given
    deploy(oneTask("offered", "kept"));
    create("offered", Map.of());
    String poll =
        "{\"type\":\"kept\",\"timeout\":600000,\"maxJobsToActivate\":1,\"requestTimeout\":50}";

    // when
    String first = post("/v2/jobs/activation", poll).body();
    String second = post("/v2/jobs/activation", poll).body();

    // then
    assertThat(first).contains("\"type\":\"kept\"");
    assertThat(second).isEqualTo("{\"jobs\":[]}");
  }

  @Test
  void shouldPurgeAndMoveTheClockAndTellItsHealth() {
    // given
    deploy(oneTask("purged", "gone"));
    create("purged", Map.of());

    // when
    HttpResponse<String> purge = manage("POST", "/actuator/cluster/purge", "");
    HttpResponse<String> clock = manage("POST", "/actuator/clock/add", "{\"offsetMilli\":3600000}");
    HttpResponse<String> health = manage("GET", "/actuator/health", "");
    HttpResponse<String> metrics = manage("GET", "/actuator/prometheus", "");
    HttpResponse<String> topology = request("GET", runtime.restAddress(), "/v2/topology", "");

    // then
    assertThat(purge.statusCode()).isEqualTo(202);
    assertThat(purge.body()).contains("\"changeId\":1");
    assertThat(topology.body()).contains("\"lastCompletedChangeId\":\"1\"").contains("healthy");
    assertThat(clock.body()).contains("\"epochMilli\":").contains("\"instant\":\"");
    assertThat(health.body()).contains("UP");
    assertThat(metrics.body()).contains("# TYPE zeebe_");
    assertThat(client.newProcessInstanceSearchRequest().send().join().items()).isEmpty();
    assertThat(client.newProcessDefinitionSearchRequest().send().join().items()).isEmpty();
    manage("DELETE", "/actuator/clock", "");
  }

  private static HttpResponse<String> manage(String method, String path, String body) {
    return request(method, runtime.managementAddress(), path, body);
  }
}
