package dev.candor.processes;

import static dev.candor.process.SensitiveRequestElements.END_EVENT_CASE_CLOSED;
import static dev.candor.process.SensitiveRequestElements.END_EVENT_CASE_WITHDRAWN;
import static dev.candor.process.SensitiveRequestElements.END_EVENT_REQUEST_LAPSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.process.JobTypes;
import dev.candor.runtime.CamundaRuntime;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever is flagged, and whatever people answer or do not answer: every case ends, decided or
 * withdrawn. How many cases that is: {@code -Djqwik.tries.default=1000}.
 */
class EveryCaseEndsProperties {

  private static final int MOST_TURNS = 60;
  private static final Set<String> ENDS =
      Set.of(END_EVENT_CASE_CLOSED, END_EVENT_CASE_WITHDRAWN, END_EVENT_REQUEST_LAPSED);

  private static CamundaRuntime runtime;
  private static CamundaClient client;
  private static int cases;

  @BeforeContainer
  static void start() {
    runtime = CamundaRuntime.inMemory();
    runtime.clock().pin(Instant.parse("2026-11-24T09:00:00Z"));
    client = runtime.client(settings -> settings.defaultRequestTimeout(Duration.ofMinutes(1)));
    ProcessFiles.deploy(client);
  }

  @AfterContainer
  static void close() {
    client.close();
    runtime.close();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void shouldEndEveryCaseDecidedOrWithdrawn(@ForAll("cases") CaseByChance chance) {
    cases++;
    var underWay = new CaseUnderWay(runtime, client, chance, "SR-2026-%05d".formatted(cases));
    try {
      assertThat(underWay.incidents()).as("Incidents of %s", underWay).isEmpty();
      for (var turn = 0; turn < MOST_TURNS && !underWay.hasEnded(); turn++) {
        underWay.take(chance.turn(turn));
        assertThat(underWay.incidents()).as("Incidents of %s", underWay).isEmpty();
      }

      assertThat(underWay.hasEnded()).as("Ended in %d turns: %s", MOST_TURNS, underWay).isTrue();
      assertThatItEndedOnce(underWay);
    } finally {
      underWay.stop();
    }
  }

  private static void assertThatItEndedOnce(CaseUnderWay ended) {
    assertThat(ended.isCompleted()).as("Completed: %s", ended).isTrue();
    var ends = new TreeSet<>(ended.endEvents());
    ends.retainAll(ENDS);
    assertThat(ends).as("Ends of %s", ended).hasSize(1);
    var decided = ends.contains(END_EVENT_CASE_CLOSED);
    assertThat(ended.done(JobTypes.RECORD_DECISION))
        .as("Decisions recorded of %s", ended)
        .isEqualTo(decided ? 1 : 0);
    assertThat(ended.done(JobTypes.CLOSE_CASE))
        .as("How often it was closed: %s", ended)
        .isEqualTo(decided ? 1 : 0);
    assertThat(ended.done(JobTypes.RECORD_WITHDRAWAL))
        .as("Withdrawals recorded of %s", ended)
        .isEqualTo(decided ? 0 : 1);
  }

  @Provide
  Arbitrary<CaseByChance> cases() {
    return CaseByChance.any();
  }
}
