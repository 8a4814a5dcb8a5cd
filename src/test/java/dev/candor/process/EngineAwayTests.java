package dev.candor.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.runtime.CamundaRuntime;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import io.camunda.client.CamundaClient;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;

/** The service on an engine of its own, which is not there when it starts, and goes away again. */
@CandorTest
@DirtiesContext
class EngineAwayTests {

  private static final int PORT = TestSocketUtils.findAvailableTcpPort();

  @LocalServerPort int port;
  @Autowired CamundaClient camunda;
  @Autowired EveryRow jdbc;
  @TempDir Path folder;

  private Route route;

  @DynamicPropertySource
  static void anEngineElsewhere(DynamicPropertyRegistry properties) {
    properties.add("camunda.client.rest-address", () -> "http://127.0.0.1:" + PORT);
    properties.add("candor.process.first-retry", () -> "50ms");
    properties.add("candor.process.last-retry", () -> "200ms");
    properties.add("candor.process.outbox-interval", () -> "50ms");
  }

  @BeforeEach
  void setUp() {
    route = new Route(port);
  }

  @Test
  void shouldBeginEachCaseOnceWhenTheEngineIsThereAgain() {
    // given a flag before the engine was ever there
    var early = route.flag("employee", ExampleRequests.embassy());
    String task;
    // when it comes
    try (var engine = engine()) {
      // then the case begins
      task = route.offered("desk-uk", early, Route.REVIEW);
      assertThat(processesOf(early)).isEqualTo(1);
    }

    // given a flag while it is away again
    var late = route.flag("employee", ExampleRequests.embassy());
    await().until(() -> attempts(late) >= 2);
    assertThat(route.claim("desk-uk", task).status()).isEqualTo(503);
    // when it comes back
    try (var engine = engine()) {
      // then that case begins as well, and the first goes on
      route.offered("desk-uk", late, Route.REVIEW);
      assertThat(processesOf(late)).isEqualTo(1);
      assertThat(processesOf(early)).isEqualTo(1);
      assertThat(route.claim("desk-uk", task).status()).isEqualTo(200);
      assertThat(unsent()).isZero();
    }
  }

  private CamundaRuntime engine() {
    return CamundaRuntime.builder().folder(folder).restPort(PORT).start();
  }

  private long processesOf(String reference) {
    return camunda
        .newProcessInstanceSearchRequest()
        .filter(
            filter ->
                filter
                    .processDefinitionId("SensitiveRequestProcess")
                    .variables(Map.of("caseReference", "\"" + reference + "\"")))
        .send()
        .join()
        .page()
        .totalItems();
  }

  private int attempts(String reference) {
    return jdbc.sql("select attempts from engine_outbox where reference = ?")
        .param(reference)
        .query(Integer.class)
        .single();
  }

  private long unsent() {
    return jdbc.sql("select count(*) from engine_outbox where sent_at is null")
        .query(Long.class)
        .single();
  }
}
