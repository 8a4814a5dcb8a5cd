package dev.candor.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.support.CandorApi;
import dev.candor.support.ExampleRequests;
import dev.candor.support.HttpCall;
import dev.candor.support.RunningCandor;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes in the middle of a job, and comes back when somebody has mended it. */
class DatabaseGoneIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Of a job: failing that often makes an incident of it, where the database is not to blame. */
  private static final int RETRIES = 3;

  private static final String REVIEW = "Task_ReviewRegionally";
  private static final String DECIDE = "Task_DecideAsCounsel";

  @TempDir Path folder;

  @Test
  void shouldSayThatItIsGoneAndLoseNothingWhenItIsBack() throws SQLException {
    var server = PostgresServer.start(new PostgresFolder(folder.resolve("postgres")), 0, Map.of());
    var port = server.port();
    var database = new CandorDatabase(server, "candor");
    database.prepare();
    try (var candor = startedOn(database)) {
      // given a worker that is to tell counsel of their task, and cannot do it yet
      var address = candor.address();
      var reference = flag(address).json().path("reference").asText();
      var review = offered(address, "desk-uk", reference, REVIEW);
      try (var owner =
              DriverManager.getConnection(
                  database.jdbcUrl(), CandorDatabase.OWNER, server.passwords().owner());
          var statement = owner.createStatement()) {
        owner.setAutoCommit(false);
        statement.execute("lock table mail_outbox in exclusive mode");
        escalate(address, review);
        offered(address, "counsel", reference, DECIDE);

        // when the database goes
        server.close();
      }

      // then each way in says so, soon, and that it is worth trying again
      var refused = flag(address);
      assertThat(refused.status()).as(refused.body()).isEqualTo(503);
      assertThat(refused.headers()).containsKey("retry-after");
      assertThat(refused.json().path("detail").asText()).contains("database does not answer");
      var page = HttpCall.to(address.getPort(), "/login").header("Accept", "text/html").get();
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.body()).contains("The database does not answer just now");
      await()
          .atMost(PATIENCE)
          .until(
              () -> candor.output().stream().filter(DatabaseGoneIT::isOfTheJob).count() >= RETRIES);

      // and when it is back the case goes on, without an incident, and with what was acknowledged
      try (var again =
          PostgresServer.start(new PostgresFolder(folder.resolve("postgres")), port, Map.of())) {
        assertThat(again.port()).isEqualTo(port);
        await()
            .atMost(PATIENCE)
            .ignoreExceptions()
            .until(() -> claim(address, offered(address, "counsel", reference, DECIDE)) == 200);
        assertThat(CandorApi.as("counsel", address).get("/api/cases").json().path("total").asInt())
            .isEqualTo(1);
        var cases = CandorApi.as("employee", address).get("/api/cases").json();
        assertThat(cases.path("total").asInt()).as("what was refused is not there").isEqualTo(1);
      }
    }
  }

  private RunningCandor startedOn(CandorDatabase database) {
    var passwords = database.server().passwords();
    return RunningCandor.start(
        folder.resolve("data"),
        "--spring.datasource.url=" + database.jdbcUrl(),
        "--spring.datasource.username=" + CandorDatabase.APPLICATION,
        "--spring.datasource.password=" + passwords.application(),
        "--spring.flyway.user=" + CandorDatabase.OWNER,
        "--spring.flyway.password=" + passwords.owner(),
        "--spring.datasource.hikari.connection-timeout=1000");
  }

  private static boolean isOfTheJob(String line) {
    return line.contains("(candor.task-creating) failed");
  }

  private static CandorApi.Answer flag(URI address) {
    return CandorApi.as("employee", address).post("/api/flags", ExampleRequests.foundingIncident());
  }

  private static void escalate(URI address, String task) {
    assertThat(claim(address, "desk-uk", task)).isEqualTo(200);
    var completed =
        CandorApi.as("desk-uk", address)
            .post(
                "/api/tasks/" + task + "/complete",
                Map.of("recommendation", "ESCALATE", "rationale", "It is for counsel to say."));
    assertThat(completed.status()).as(completed.body()).isEqualTo(200);
  }

  private static int claim(URI address, String task) {
    return claim(address, "counsel", task);
  }

  private static int claim(URI address, String person, String task) {
    return CandorApi.as(person, address).post("/api/tasks/" + task + "/claim").status();
  }

  private static String offered(URI address, String person, String reference, String element) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                CandorApi.as(person, address)
                    .get("/api/tasks?scope=group&reference=" + reference)
                    .json()
                    .path("items")
                    .valueStream()
                    .filter(task -> task.path("element").asText().equals(element))
                    .map(task -> task.path("id").asText())
                    .findFirst()
                    .orElse(null),
            id -> id != null);
  }
}
