package dev.candor.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.process.RoutingFacts;
import dev.candor.runtime.CamundaRuntime;
import dev.candor.support.BesideOthers;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@link EveryCaseEndsProperties} would notice: an embassy's open wish, to which everybody gives
 * the first answer of their form, on diagrams that somebody has broken.
 */
@BesideOthers
class BrokenRoutesTests {

  /** Turns: on our diagrams the embassy's case takes half as many. */
  private static final int ENOUGH = 12;

  private static CamundaRuntime runtime;
  private static CamundaClient client;

  @BeforeAll
  static void start() {
    runtime = CamundaRuntime.inMemory();
    runtime.clock().pin(Instant.parse("2026-11-24T09:00:00Z"));
    client = runtime.client(settings -> settings.defaultRequestTimeout(Duration.ofMinutes(1)));
  }

  @AfterAll
  static void close() {
    client.close();
    runtime.close();
  }

  @Test
  void shouldLetOursPass() {
    ProcessFiles.deploy(client);

    assertThatCode(() -> carry("SR-2026-00001")).doesNotThrowAnyException();
  }

  @Test
  void shouldNoticeAnEndThatLeavesACaseUndecided() {
    breaking("decision.bpmn", "type=\"candor.record-decision\"", "type=\"candor.find-precedents\"");

    assertThatThrownBy(() -> carry("SR-2026-00002"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Decisions recorded of SR-2026-00002");
  }

  @Test
  void shouldNoticeALoop() {
    breaking(
        "follow-up.bpmn",
        "sourceRef=\"Task_RecordReply\" targetRef=\"Gateway_JoinAfterReply\"",
        "sourceRef=\"Task_RecordReply\" targetRef=\"Task_ReplyToRequester\"");

    assertThatThrownBy(() -> carry("SR-2026-00003"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Ended in 12 turns: SR-2026-00003");
  }

  @Test
  void shouldNoticeAnIncident() {
    breaking(
        "take-in.bpmn", "decisionId=\"policyGrounds\"", "decisionId=\"nobody-wrote-this-table\"");

    assertThatThrownBy(() -> carry("SR-2026-00004"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Incidents of SR-2026-00004");
  }

  private static void carry(String reference) {
    var embassy =
        new RoutingFacts(
            "VERIFY_OR_LABEL",
            "FORMAL",
            "EMBASSY",
            "FR",
            "GB",
            false,
            true,
            true,
            false,
            false,
            false,
            false,
            LocalDate.of(2026, 11, 24));
    CarriedToItsEnd.carry(
        runtime, client, new CaseByChance(embassy, Map.of(), 1, List.of()), reference, ENOUGH);
  }

  private static void breaking(String file, String text, String by) {
    var ours = ProcessFiles.text(ProcessFiles.FOLDER.resolve(file));
    assertThat(ours).contains(text);
    ProcessFiles.deploy(client, Map.of(file, ours.replace(text, by)));
  }
}
