package dev.candor.tasks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.access.Acting;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import dev.candor.tasks.internal.Reconciliation.What;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a listener did not tell is found by a search, on the second look, and counted. */
@CandorTest
class ReconciliationTests {

  @LocalServerPort int port;
  @Autowired Reconciliation reconciliation;
  @Autowired EveryRow rows;
  @Autowired MeterRegistry meters;

  private Route route;
  private String reference;
  private long review;

  @BeforeEach
  void flag() {
    route = new Route(port);
    reference = route.flag("employee", ExampleRequests.embassy());
    review = Long.parseLong(route.offered("desk-uk", reference, Route.REVIEW));
  }

  @Test
  void shouldPutATaskOnTheDeskThatNobodyToldOf() {
    // given
    rows.sql("delete from task where user_task_key = ?").param(review).update();
    var before = repaired(What.MISSING);
    // when it is found once
    look();
    // then it may be under way
    assertThat(state()).isEqualTo("none");
    // when it is found again
    look();
    // then it is there, its group is told, and it is counted
    assertThat(state()).isEqualTo("CREATED");
    assertThat(repaired(What.MISSING)).isGreaterThan(before);
    assertThat(rows.told(reference, "TASK_OFFERED", "found")).containsExactly("desk-uk", "head-uk");
    assertThat(route.claim("desk-uk", Long.toString(review)).status()).isEqualTo(200);
  }

  @Test
  void shouldEndATaskThatIsOverInTheEngine() {
    // given
    route.review("desk-uk", reference, "DECLINE");
    setTo("state = 'CREATED', assignee = null, claimed_at = null, ended_at = null");
    var before = repaired(What.OVER);
    // when
    look();
    look();
    // then
    assertThat(state()).isEqualTo("CANCELED");
    assertThat(repaired(What.OVER)).isGreaterThan(before);
  }

  @Test
  void shouldShowWhoHoldsATaskInTheEngine() {
    // given
    route.claim("desk-uk", Long.toString(review));
    setTo("state = 'CREATED', assignee = null, claimed_at = null");
    var before = repaired(What.HOLDER);
    // when
    look();
    look();
    // then
    assertThat(state()).isEqualTo("CLAIMED desk-uk");
    assertThat(repaired(What.HOLDER)).isGreaterThan(before);
    // and who must not have it loses it there, too
    setTo("assignee = 'head-uk'");
    rows.sql("insert into case_recusal values (?, 'desk-uk', 'Words', 'desk-uk', now())")
        .param(reference)
        .update();
    look();
    look();
    assertThat(state()).isEqualTo("CREATED");
    assertThat(route.claim("head-uk", Long.toString(review)).status()).isEqualTo(200);
  }

  @Test
  void shouldLeaveWhatIsAsItShouldBe() {
    route.claim("desk-uk", Long.toString(review));
    look();
    look();
    assertThat(state()).isEqualTo("CLAIMED desk-uk");
    assertThat(
            route
                .complete(
                    "desk-uk",
                    Long.toString(review),
                    Map.of("recommendation", "DECLINE", "rationale", "Words."))
                .status())
        .isEqualTo(200);
  }

  private void look() {
    Acting.asService("reconciliation", reconciliation::carryOutOne);
  }

  private double repaired(What what) {
    return meters.counter(Reconciliation.METRIC, "what", what.name()).count();
  }

  private void setTo(String columns) {
    rows.sql("update task set " + columns + " where user_task_key = ?").param(review).update();
  }

  private String state() {
    return rows.sql("select concat_ws(' ', state, assignee) from task where user_task_key = ?")
        .param(review)
        .query(String.class)
        .optional()
        .orElse("none");
  }
}
