package dev.candor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.candor.database.internal.DatabaseElsewhere;
import dev.candor.support.RunningCandor;
import dev.candor.support.RuntimeAlone;
import dev.candor.support.StepsByApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two services on an engine, a database and a mail server that none of them started, and a folder
 * they share, as the operations guide has it for more than one machine.
 */
class OnSeveralMachinesIT {

  @TempDir Path folder;

  @Test
  void shouldCarryACaseThroughTwoServices() throws IOException {
    // given
    var data = folder.resolve("data");
    var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    var alone = Files.createDirectory(folder.resolve("engine"));
    var engine = RuntimeAlone.runtime(alone, List.of(), RuntimeAlone.JAR, "--in-memory").start();
    try (var database = DatabaseElsewhere.start(folder.resolve("postgres"))) {
      var elsewhere = new ArrayList<>(database.properties());
      elsewhere.addAll(properties(RuntimeAlone.awaitReady(engine)));
      elsewhere.add("--spring.mail.host=127.0.0.1");
      elsewhere.add("--spring.mail.port=" + mail.getSmtp().getPort());
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
                    assertThat(headers(mail, "Subject"))
                        .contains(reference + ": your flag was received")
                        .contains(reference + ": decided"));
        assertThat(headers(mail, "Message-ID"))
            .as("each letter once, whichever of the two sent it")
            .doesNotHaveDuplicates();
      }
    } finally {
      engine.destroy();
      mail.stop();
    }
  }

  private static List<String> properties(MatchResult ready) {
    return List.of(
        "--camunda.client.rest-address=" + ready.group("rest"),
        "--camunda.client.grpc-address=" + ready.group("grpc"));
  }

  private static List<String> headers(GreenMail mail, String name) {
    return Arrays.stream(mail.getReceivedMessages())
        .map(GreenMailUtil::getHeaders)
        .flatMap(String::lines)
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .toList();
  }
}
