package dev.candor.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.support.CandorApi;
import dev.candor.support.HttpCall;
import dev.candor.support.RunningCandor;
import dev.candor.support.StepsByApi;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes in the middle of a job, and comes back when somebody has mended it. */
class DatabaseGoneIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Of a job: failing that often makes an incident of it, where the database is not to blame. */
  private static final int RETRIES = 3;

  private static final Pattern OF_A_JOB = Pattern.compile("Job \\d+ \\(candor\\.\\S+\\) failed");
  private static final String REVIEW = "Task_ReviewRegionally";
  private static final String DECIDE = "Task_DecideAsCounsel";

  @TempDir Path folder;

  @Test
  void shouldSayThatItIsGoneAndLoseNothingWhenItIsBack() {
    try (var database = DatabaseElsewhere.start(folder.resolve("postgres"));
        var candor = startedOn(database)) {
      // given a worker that is to let counsel into the case, and cannot do it yet
      var address = candor.address();
      var steps = new StepsByApi(address);
      var reference = steps.flagged();
      var review = steps.offered("desk-uk", reference, REVIEW);
      try (var owner = database.asOwner()) {
        owner.hold("case_group");
        steps.answer(
            "desk-uk",
            review,
            Map.of("recommendation", "ESCALATE", "rationale", "It is for counsel to say."));
        owner.awaitSomebodyAt("case_group");

        // when the database goes
        database.close();
      }

      // then each way in says so, soon, and that it is worth trying again
      var refused = steps.flag();
      assertThat(refused.status()).as(refused.body()).isEqualTo(503);
      assertThat(refused.headers()).containsKey("retry-after");
      assertThat(refused.json().path("detail").asText()).contains("database does not answer");
      var page = HttpCall.to(address.getPort(), "/login").header("Accept", "text/html").get();
      assertThat(page.statusCode()).as(page.body()).isEqualTo(503);
      assertThat(page.body()).contains("The database does not answer just now");
      await()
          .atMost(PATIENCE)
          .until(
              () -> candor.output().stream().filter(DatabaseGoneIT::isOfAJob).count() >= RETRIES);

      // and when it is back the case goes on, without an incident, and with what was acknowledged
      database.startAgain();
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(
              () ->
                  steps.claim("counsel", steps.offered("counsel", reference, DECIDE)).status()
                      == 200);
      assertThat(CandorApi.as("counsel", address).get("/api/cases").json().path("total").asInt())
          .isEqualTo(1);
      var cases = CandorApi.as("employee", address).get("/api/cases").json();
      assertThat(cases.path("total").asInt()).as("what was refused is not there").isEqualTo(1);
    }
  }

  private RunningCandor startedOn(DatabaseElsewhere database) {
    return RunningCandor.start(
        folder.resolve("data"),
        Stream.concat(
                database.properties().stream(),
                Stream.of("--spring.datasource.hikari.connection-timeout=1000"))
            .toArray(String[]::new));
  }

  private static boolean isOfAJob(String line) {
    return OF_A_JOB.matcher(line).find();
  }
}
