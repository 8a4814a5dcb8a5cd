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
import java.util.Set;
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
  void shouldCompleteATaskThatTheEngineCompletedAndAcceptWhatWasEntered() {
    // given
    route.review("desk-uk", reference, "DECLINE");
    setTo("state = 'CLAIMED', ended_at = null");
    rows.sql(
            """
            do $$ begin
            alter table submission disable trigger submission_stays;
            update submission set accepted_at = null where user_task_key = %1$d;
            insert into submission (id, user_task_key, person, entered, entered_at)
              select gen_random_uuid(), user_task_key, person, entered, entered_at - interval '1 minute'
                from submission where user_task_key = %1$d;
            alter table submission enable trigger submission_stays;
            end $$
            """
                .formatted(review))
        .update();
    assertThat(accepted()).isZero();
    assertThat(entered()).isEqualTo(2);
    var before = repaired(What.COMPLETED);
    // when
    look();
    look();
    // then
    assertThat(state()).isEqualTo("COMPLETED desk-uk");
    assertThat(accepted()).isOne();
    assertThat(entered()).as("what else was entered is forgotten").isOne();
    assertThat(repaired(What.COMPLETED)).isGreaterThan(before);
  }

  @Test
  void shouldRepairTheOthersWhenARepairFails() {
    // given two tasks, of which the database does not take one
    var refused = review;
    flag();
    rows.sql("delete from task where user_task_key in (?, ?)").params(refused, review).update();
    rows.sql(
            """
            create trigger refused before insert on task for each row
              when (new.user_task_key = %d) execute function submission_stays()
            """
                .formatted(refused))
        .update();
    // when
    try {
      look();
      look();
    } finally {
      rows.sql("drop trigger refused on task").update();
    }
    // then the other is there
    assertThat(state()).isEqualTo("CREATED");
    // and it is tried again at the next look
    review = refused;
    assertThat(state()).isEqualTo("none");
    look();
    assertThat(state()).isEqualTo("CREATED");
  }

  @Test
  void shouldShowWhoHoldsATaskInTheEngine() {
    // given
    route.claim("desk-uk", Long.toString(review));
    setTo("state = 'CREATED', assignee = null, claimed_at = null");
    var before = repaired(What.HOLDER);
    // when nothing shows that the search is not behind
    var known = everyTask();
    look();
    look();
    // then it may have been released since, unless a task of another test came meanwhile
    assertThat(everyTask())
        .satisfiesAnyOf(
            now -> assertThat(state()).isEqualTo("CREATED"),
            now -> assertThat(now).isNotEqualTo(known));
    // when it has come past the last look
    anotherTaskComes();
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
    anotherTaskComes();
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

  private void anotherTaskComes() {
    var another = route.flag("employee", ExampleRequests.embassy());
    var claimed = route.claim("head-uk", route.offered("head-uk", another, Route.REVIEW));
    assertThat(claimed.status()).isEqualTo(200);
  }

  private Set<Long> everyTask() {
    return rows.sql("select user_task_key from task").query(Long.class).set();
  }

  private long entered() {
    return rows.sql("select count(*) from submission where user_task_key = ?")
        .param(review)
        .query(Long.class)
        .single();
  }

  private long accepted() {
    return rows.sql(
            "select count(*) from submission where user_task_key = ? and accepted_at is not null")
        .param(review)
        .query(Long.class)
        .single();
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
