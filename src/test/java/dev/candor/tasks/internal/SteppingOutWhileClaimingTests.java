package dev.candor.tasks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.access.Acting;
import dev.candor.access.People;
import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.Recusals;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import dev.candor.tasks.TaskLifecycle;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever steps out of a case at the moment in which they take one of its tasks has none. */
@CandorTest
class SteppingOutWhileClaimingTests {

  private static final PersonId REVIEWER = new PersonId("desk-uk");

  @LocalServerPort int port;
  @Autowired TaskLifecycle tasks;
  @Autowired Recusals recusals;
  @Autowired People people;
  @Autowired PlatformTransactionManager transactions;
  @Autowired EveryRow rows;

  @Test
  void shouldRefuseTheTaskToWhoIsAboutToStepOut() throws Exception {
    // given
    var route = new Route(port);
    var reference = new CaseReference(route.flag("employee", ExampleRequests.embassy()));
    var review = Long.parseLong(route.offered("desk-uk", reference.value(), Route.REVIEW));
    var reviewer = people.find(REVIEWER).orElseThrow();
    try (var engine = Executors.newVirtualThreadPerTaskExecutor()) {
      // when the engine asks whether they may have it before they are out
      var claiming =
          Acting.as(
              reviewer,
              () ->
                  new TransactionTemplate(transactions)
                      .execute(
                          status -> {
                            recusals.recuse(reference, REVIEWER, "A friend.", reviewer);
                            var asking =
                                engine.submit(
                                    () ->
                                        Acting.asServiceOn(
                                            "task-assigning",
                                            reference.value(),
                                            () -> tasks.assigning(review, REVIEWER)));
                            await()
                                .until(
                                    () ->
                                        asking.isDone() || rows.isSomebodyWaitingWith("lock_task"));
                            return asking;
                          }));
      // then
      assertThat(claiming.get(30, TimeUnit.SECONDS))
          .hasValueSatisfying(why -> assertThat(why).contains("(recusal)"));
    }
    assertThat(rows.sql("select state from task where user_task_key = ?").param(review))
        .extracting(found -> found.query(String.class).single())
        .isEqualTo("CREATED");
  }
}
