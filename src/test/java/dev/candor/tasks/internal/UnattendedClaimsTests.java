package dev.candor.tasks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.outbox.Courier;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody waits for somebody who took a task and went away. */
@CandorTest
class UnattendedClaimsTests {

  @LocalServerPort int port;
  @Autowired EveryRow jdbc;
  @Autowired Courier unattendedClaimsCourier;

  private Route route;
  private String reference;
  private String review;

  @BeforeEach
  void claim() {
    route = new Route(port);
    reference = route.flag("employee", ExampleRequests.embassy());
    review = route.offered("desk-uk", reference, Route.REVIEW);
    route.claim("desk-uk", review);
  }

  @Test
  void shouldOfferATaskAgainThatLiesUnattended() {
    // given a claim that nobody looked after for weeks, which it is time to look at
    attendedFourteenDaysAgo("now()");
    // when
    unattendedClaimsCourier.callAfterCommit();
    // then it is the group's again, the case says so, and both sides are told
    await().until(() -> state("head-uk").equals("CREATED"));
    assertThat(
            jdbc.sql("select detail from case_event where reference = ? and what = 'CLAIM_LAPSED'")
                .param(reference)
                .query(String.class)
                .list())
        .containsExactly("desk-uk");
    assertThat(told("TASK_TAKEN_OVER", "")).containsExactly("desk-uk");
    assertThat(told("TASK_OFFERED", "lapsed")).containsExactly("desk-uk", "head-uk");
    assertThat(route.claim("head-uk", review).status()).isEqualTo(200);
  }

  @Test
  void shouldLeaveAClaimWhoseHolderLookedAtIt() {
    // given
    attendedFourteenDaysAgo("timestamptz '2999-01-01'");
    // when they open it, and claims are looked at
    assertThat(state("desk-uk")).isEqualTo("CLAIMED");
    unattendedClaimsCourier.callAfterCommit();
    // then it is to be looked at when it could lapse, and still theirs
    await().until(this::isToBeLookedAtInTheNextDays);
    assertThat(state("head-uk")).isEqualTo("CLAIMED");
  }

  private void attendedFourteenDaysAgo(String lookAt) {
    jdbc.sql(
            """
            update task set attended_at = now() - interval '14 days', lapses_at = %s
             where user_task_key = ?
            """
                .formatted(lookAt))
        .param(Long.parseLong(review))
        .update();
  }

  private boolean isToBeLookedAtInTheNextDays() {
    return jdbc.sql(
            """
            select coalesce(lapses_at between now() and now() + interval '14 days', false)
              from task where user_task_key = ?
            """)
        .param(Long.parseLong(review))
        .query(Boolean.class)
        .single();
  }

  private String state(String person) {
    return route.as(person).get("/api/tasks/" + review).json().path("state").asText();
  }

  private List<String> told(String notice, String occasion) {
    return jdbc.told(reference, notice, occasion);
  }
}
