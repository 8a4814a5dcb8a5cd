package dev.candor.workers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.support.AtTheSameMoment;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two people, or one job ten times, at the same moment: one effect, and a clear answer to all. */
@CandorTest
class AtTheSameMomentTests {

  private static final int TIMES = 10;
  private static final Map<String, Object> DECISION =
      Map.of("outcome", "ACCEPTED_WITH_LABEL", "rationale", "Open and official.");

  @LocalServerPort int port;
  @Autowired EveryRow jdbc;
  @Autowired RecordDecisionWorker recordDecision;

  private Route route;
  private String reference;

  @BeforeEach
  void flag() {
    route = new Route(port);
    reference = route.flag("employee", ExampleRequests.embassy());
  }

  @Test
  void shouldGiveATaskToOneOfTwoWhoTakeIt() throws Exception {
    var task = route.offered("desk-uk", reference, Route.REVIEW);

    var statuses =
        AtTheSameMoment.doAll(
            Stream.of("desk-uk", "head-uk")
                .<Callable<Integer>>map(person -> () -> route.claim(person, task).status())
                .toList());

    assertThat(statuses).containsExactlyInAnyOrder(200, 409);
  }

  @Test
  void shouldTakeOneDecisionOfSomebodyWhoSendsItFromTwoWindows() throws Exception {
    // given
    route.review("desk-uk", reference, "ACCEPT_WITH_LABEL");
    var task = route.offered("head-uk", reference, Route.DECIDE_AS_HEAD);
    route.claim("head-uk", task);

    // when
    var statuses =
        AtTheSameMoment.doAll(
            Collections.nCopies(2, () -> route.complete("head-uk", task, DECISION).status()));

    // then the second is told that it is done, or that the first is just being taken
    assertThat(statuses).containsOnlyOnce(200);
    assertThat(statuses).allMatch(List.of(200, 404, 409, 503)::contains);
    route.offered("desk-uk", reference, Route.REPLY);
    assertThat(Traces.count(jdbc, "decision", reference)).isEqualTo(1);
  }

  @Test
  void shouldHaveTheEffectOfOneJobThatComesTenTimesAtOnce() throws Exception {
    // given a decided case whose rest waits for people
    route.review("desk-uk", reference, "ACCEPT_WITH_LABEL");
    route.workOff("head-uk", reference, Route.DECIDE_AS_HEAD, DECISION);
    route.offered("desk-uk", reference, Route.REPLY);
    var submission =
        jdbc.sql("select submission from decision where reference = ?")
            .param(reference)
            .query(String.class)
            .single();
    var events = decided();

    // when
    AtTheSameMoment.doAll(
        Collections.nCopies(
            TIMES,
            () -> {
              recordDecision.record(new SubmissionVariables(reference, submission));
              return true;
            }));

    // then
    assertThat(Traces.count(jdbc, "decision", reference)).isEqualTo(1);
    assertThat(decided()).isEqualTo(events).isEqualTo(1);
  }

  private long decided() {
    return jdbc.sql("select count(*) from case_event where reference = ? and what = 'DECIDED'")
        .param(reference)
        .query(Long.class)
        .single();
  }
}
