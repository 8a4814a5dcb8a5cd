package dev.candor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.database.internal.DatabaseElsewhere;
import dev.candor.support.MailServerElsewhere;
import dev.candor.support.RunningCandor;
import dev.candor.support.RuntimeAlone;
import dev.candor.support.StepsByApi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two services on an engine, a database and a mail server that none of them started, and a folder
 * they share, as the operations guide has it for more than one machine.
 */
class OnSeveralMachinesIT {

  private static final Pattern LINK = Pattern.compile("/flags/drafts/[0-9a-f-]{36}");

  @TempDir Path folder;

  @Test
  void shouldCarryACaseThroughTwoServicesAndTakeAMailFromTheirServer() throws Exception {
    // given
    var data = folder.resolve("data");
    var alone = Files.createDirectory(folder.resolve("engine"));
    var engine = RuntimeAlone.runtime(alone, List.of(), RuntimeAlone.JAR, "--in-memory").start();
    try (var mail = MailServerElsewhere.start(folder);
        var database = DatabaseElsewhere.start(folder.resolve("postgres"))) {
      var elsewhere = new ArrayList<>(database.properties());
      elsewhere.addAll(properties(RuntimeAlone.awaitReady(engine)));
      elsewhere.addAll(mail.properties());
      var properties = elsewhere.toArray(String[]::new);
      try (var one = RunningCandor.start(data, properties);
          var other = RunningCandor.start(data, properties)) {
        var here = new StepsByApi(one.address());
        var there = new StepsByApi(other.address());

        // when
        var reference = here.flagged();
        there.answer(
            "desk-uk",
            there.offered("desk-uk", reference, "Task_ReviewRegionally"),
            Map.of("recommendation", "ESCALATE", "rationale", "It is for counsel to say."));
        here.answer(
            "counsel",
            here.offered("counsel", reference, "Task_DecideAsCounsel"),
            Map.of("outcome", "DECLINED", "rationale", "It would deceive those who read it."));
        one.close();
        there.answer(
            "desk-uk",
            there.offered("desk-uk", reference, "Task_ReplyToRequester"),
            Map.of("reply", "No."));

        // then
        var ended = there.inState(reference, "CLOSED");
        assertThat(ended.path("decision").path("outcome").asText()).isEqualTo("DECLINED");
        assertThat(data.toFile().list())
            .as("neither engine nor database nor mail of their own")
            .containsExactlyInAnyOrder("keys", "ledger", "mail");
        await()
            .atMost(Duration.ofSeconds(30))
            .untilAsserted(
                () ->
                    assertThat(mail.headers("Subject"))
                        .contains(reference + ": your flag was received")
                        .contains(reference + ": decided"));
        assertThat(mail.headers("Message-ID"))
            .as("each letter once, whichever of the two sent it")
            .doesNotHaveDuplicates();

        // when
        mail.forward("owner@candor.example", "Fwd: An account", "They ask for an account.");
        // then
        await()
            .atMost(Duration.ofSeconds(30))
            .untilAsserted(
                () ->
                    assertThat(mail.words("Your mail to Candor"))
                        .anyMatch(words -> LINK.matcher(words).find()));
        await().until(mail::inTheIntake, left -> left == 0);
      }
    } finally {
      engine.destroy();
    }
  }

  private static List<String> properties(MatchResult ready) {
    return List.of(
        "--camunda.client.rest-address=" + ready.group("rest"),
        "--camunda.client.grpc-address=" + ready.group("grpc"));
  }
}
