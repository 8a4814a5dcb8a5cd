package dev.candor.processes;

import dev.candor.runtime.CamundaRuntime;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever is flagged, and whatever people answer or do not answer: every case ends, decided or
 * withdrawn. How many cases that is: {@code -Djqwik.tries.default=1000}. What it would not let
 * pass: {@link BrokenRoutesTests}.
 */
class EveryCaseEndsProperties {

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
    CarriedToItsEnd.carry(
        runtime, client, chance, "SR-2026-%05d".formatted(cases), CarriedToItsEnd.MOST_TURNS);
  }

  @Provide
  Arbitrary<CaseByChance> cases() {
    return CaseByChance.any();
  }
}
