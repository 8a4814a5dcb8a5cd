package dev.candor.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.access.People;
import dev.candor.process.Incidents;
import dev.candor.support.CandorInAnotherTime;
import dev.candor.support.EngineTime;
import dev.candor.support.EveryRow;
import dev.candor.support.Route;
import io.camunda.client.CamundaClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What {@link EveryCaseEndsProperties} says of the diagrams, said of the whole service for a few
 * cases of each build: whatever is flagged and whatever people answer, the register has it decided
 * or withdrawn in the end. How many, and which: {@code -Dcandor.chance.cases=100} and {@code
 * -Dcandor.chance.seed=…}, which a failure names.
 */
@CandorInAnotherTime
class EveryCaseEndsInTheRegisterTests {

  private static final int CASES = Integer.getInteger("candor.chance.cases", 3);
  private static final long SEED =
      Long.getLong("candor.chance.seed", ThreadLocalRandom.current().nextLong());

  @LocalServerPort int port;

  @Value("${candor.runtime.management-address}")
  URI management;

  @Autowired EveryRow register;
  @Autowired People people;
  @Autowired Incidents incidents;
  @Autowired CamundaClient camunda;

  @AfterEach
  void backToTheMachinesTime() {
    new EngineTime(management).isTheMachinesAgain();
  }

  @Test
  void shouldHaveEachCaseDecidedOrWithdrawnInTheRegister() {
    for (var chance : byChance()) {
      carry(chance);
      backToTheMachinesTime();
    }
  }

  private void carry(CaseByChance chance) {
    // given
    var underWay =
        new CaseInTheService(
            "Seed " + SEED,
            new Route(port),
            register,
            people,
            camunda,
            new EngineTime(management),
            chance.flag());
    // when
    underWay.awaitItsTurn();
    for (var turn = 0; turn < CarriedToItsEnd.MOST_TURNS && !underWay.hasEnded(); turn++) {
      underWay.take(chance.turn(turn));
      underWay.awaitItsTurn();
    }
    // then
    var reference = underWay.reference();
    assertThat(underWay.hasEnded()).as("Ended: %s", underWay).isTrue();
    var decided = underWay.state().equals("CLOSED");
    assertThat(count("decision", reference))
        .as("Decisions of %s", underWay)
        .isEqualTo(decided ? 1 : 0);
    assertThat(events(reference))
        .as("Events of %s", underWay)
        .containsOnlyOnce(decided ? "CLOSED" : "WITHDRAWN")
        .doesNotContain(decided ? "WITHDRAWN" : "DECIDED");
    assertThat(incidents.open())
        .as("Incidents of %s", underWay)
        .noneMatch(incident -> incident.reference().equals(reference));
  }

  private List<CaseByChance> byChance() {
    var random = new Random(SEED);
    var cases = new ArrayList<CaseByChance>();
    JqwikSession.run(
        () -> {
          var generator = CaseByChance.any().generator(CASES);
          Stream.generate(() -> generator.next(random).value()).limit(CASES).forEach(cases::add);
        });
    return cases;
  }

  private long count(String table, String reference) {
    return register
        .sql("select count(*) from " + table + " where reference = ?")
        .param(reference)
        .query(Long.class)
        .single();
  }

  private List<String> events(String reference) {
    return register
        .sql("select what from case_event where reference = ?")
        .param(reference)
        .query(String.class)
        .list();
  }
}
