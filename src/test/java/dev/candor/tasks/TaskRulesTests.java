package dev.candor.tasks;

import static dev.candor.support.WorkerTest.Shows.DONE_ONCE;
import static dev.candor.support.WorkerTest.Shows.OTHER_OUTCOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.access.Acting;
import dev.candor.process.JobTypes;
import dev.candor.support.CandorApi.Answer;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import dev.candor.support.WorkerTest;
import dev.candor.tasks.TaskLifecycle.OfferedTask;
import io.camunda.client.CamundaClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each rule by the HTTP API, and by a client that goes to the engine directly. */
@CandorTest
class TaskRulesTests {

  private static final Map<String, Object> REVIEW =
      Map.of("recommendation", "DECLINE", "rationale", "Words.");
  private static final Map<String, Object> DECISION =
      Map.of("outcome", "DECLINED", "rationale", "Words.");

  @LocalServerPort int port;
  @Autowired CamundaClient camunda;
  @Autowired EveryRow jdbc;
  @Autowired TaskLifecycle lifecycle;

  private Route route;
  private String reference;
  private String review;

  @BeforeEach
  void setUp() {
    route = new Route(port);
    reference = route.flag("employee", ExampleRequests.embassy());
    review = route.offered("desk-uk", reference, Route.REVIEW);
  }

  @Test
  @WorkerTest(value = DONE_ONCE, of = JobTypes.TASK_CREATING)
  void shouldPutATaskOnTheDeskOnce() {
    // given somebody took it
    route.claim("desk-uk", review);
    var before = route.as("desk-uk").get("/api/tasks/" + review).json();

    // when its listener's job comes again
    var offered =
        new OfferedTask(
            Long.parseLong(review),
            reference,
            Route.REVIEW,
            1,
            1,
            List.of("desk:UK-IE-NL-IL"),
            null,
            null);
    Acting.asServiceOn(
        JobTypes.TASK_CREATING,
        reference,
        () -> {
          lifecycle.offered(offered);
          return offered;
        });

    // then it is as it was
    assertThat(route.as("desk-uk").get("/api/tasks/" + review).json()).isEqualTo(before);
    assertThat(route.tasks("desk-uk", "scope=all&reference=" + reference)).hasSize(1);
  }

  @Test
  void shouldHideATaskFromWhoMayNotKnowOfIt() {
    assertThat(route.as("desk-de").get("/api/tasks/" + review).status()).isEqualTo(404);
    assertThat(route.claim("admin", review).status()).isEqualTo(404);
    assertThat(route.tasks("desk-de", "scope=all&reference=" + reference)).isEmpty();
    assertThat(route.as("desk-uk").get("/api/tasks/12345").status()).isEqualTo(404);
    assertThat(route.as("desk-uk").get("/api/tasks/none").status()).isEqualTo(404);
  }

  @Test
  void shouldHideItFromTheFlaggerWhoKnowsWhereTheCaseStandsAndNotWhoHandlesIt() {
    assertThat(route.claim("employee", review).status()).isEqualTo(404);
    assertThat(route.as("employee").get("/api/tasks/" + review).status()).isEqualTo(404);
  }

  @Test
  @WorkerTest(value = DONE_ONCE, of = JobTypes.TASK_ASSIGNING)
  void shouldNotTakeATaskFromWhoHoldsIt() {
    // given
    assertThat(route.claim("desk-uk", review).status()).isEqualTo(200);
    // then
    assertConflict(route.claim("head-uk", review), "The task is held by desk-uk");
    assertConflict(route.complete("head-uk", review, REVIEW), "The task is held by desk-uk");
    assertConflict(
        route.as("head-uk").post("/api/tasks/" + review + "/release"),
        "The task is held by desk-uk");
    assertThat(route.claim("desk-uk", review).status()).isEqualTo(200);
    // when it is given back
    assertThat(route.as("desk-uk").post("/api/tasks/" + review + "/release").status())
        .isEqualTo(200);
    // then
    assertThat(route.claim("head-uk", review).status()).isEqualTo(200);
  }

  @Test
  @WorkerTest(value = DONE_ONCE, of = JobTypes.TASK_COMPLETING)
  void shouldCompleteOnceAndOnlyWhatIsClaimed() {
    assertConflict(route.complete("desk-uk", review, REVIEW), "The task must be claimed first");
    route.claim("desk-uk", review);
    assertThat(route.complete("desk-uk", review, REVIEW).status()).isEqualTo(200);
    assertConflict(route.complete("desk-uk", review, REVIEW), "The task was completed by desk-uk");
    assertConflict(route.claim("head-uk", review), "The task was completed by desk-uk");
  }

  @Test
  void shouldNameTheFieldsToBlameAndChangeNothing() {
    // given
    route.claim("desk-uk", review);
    // when
    var answer =
        route.complete(
            "desk-uk", review, Map.of("recommendation", "canary", "rationale", "", "more", 1));
    // then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.headers().get("content-type")).contains("application/problem+json");
    assertThat(answer.json().path("errors"))
        .extracting(error -> error.path("field").asText())
        .containsExactlyInAnyOrder("recommendation", "rationale", "more");
    assertThat(answer.body()).doesNotContain("canary");
    assertThat(route.complete("desk-uk", review, REVIEW).status()).isEqualTo(200);
  }

  @Test
  void shouldRefuseAGroundThatWasNotInForceWhenTheRequestWasReceived() {
    // given a policy whose version of that day has no clause of that code
    jdbc.sql("insert into policy_version values ('LAW_ENFORCEMENT', 'withdrawn', '2026-03-02')")
        .update();
    try {
      route.review("desk-uk", reference, "ACCEPT_WITH_LABEL");
      var decision = route.offered("head-uk", reference, Route.DECIDE_AS_HEAD);
      route.claim("head-uk", decision);
      // when
      var refused = route.complete("head-uk", decision, on("IMPERSONATION", "LEGAL_PROCESS"));
      // then
      assertThat(refused.status()).as(refused.body()).isEqualTo(400);
      assertThat(refused.json().path("errors"))
          .singleElement()
          .satisfies(
              error -> {
                assertThat(error.path("field").asText()).isEqualTo("grounds");
                assertThat(error.path("message").asText())
                    .contains("LEGAL_PROCESS")
                    .doesNotContain("IMPERSONATION");
              });
      assertThat(route.complete("head-uk", decision, on("IMPERSONATION")).status()).isEqualTo(200);
      route.awaitState("head-uk", reference, "DECIDED");
    } finally {
      takeOutTheVersion("withdrawn");
    }
  }

  /** Past the trigger that keeps every version: others share this database. */
  private void takeOutTheVersion(String version) {
    jdbc.sql(
            """
            do $$ begin
              perform set_config('session_replication_role', 'replica', true);
              delete from policy_version where version = '%s';
            end $$
            """
                .formatted(version))
        .update();
  }

  @Test
  void shouldRefuseAGroundThatNobodyKnows() {
    route.review("desk-uk", reference, "ACCEPT_WITH_LABEL");
    var decision = route.offered("head-uk", reference, Route.DECIDE_AS_HEAD);
    route.claim("head-uk", decision);

    var refused = route.complete("head-uk", decision, on("BAD_TASTE"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("errors").path(0).path("field").asText()).isEqualTo("grounds");
  }

  @Test
  void shouldNotLetTheReviewerDecide() {
    // given a head of desk who reviewed the case
    route.review("head-uk", reference, "DECLINE");
    var decision = route.offered("head-uk", reference, Route.DECIDE_AS_HEAD);
    // then
    assertFourEyes(route.claim("head-uk", decision));
    assertThatThrownBy(() -> assign(decision, "head-uk")).hasMessageContaining("four eyes");
  }

  @Test
  void shouldNotLetTheReviewerBeTheSecondPairOfEyes() {
    // given a reviewer who wants somebody else to look as well
    route.claim("desk-uk", review);
    route.complete(
        "desk-uk",
        review,
        Map.of("recommendation", "DECLINE", "rationale", "Words.", "secondReviewer", true));
    var second = route.offered("desk-uk", reference, Route.REVIEW_AGAIN);
    // then
    assertConflict(
        route.claim("desk-uk", second),
        "Whoever reviewed a case is not its second pair of eyes (four eyes)");
    assertThatThrownBy(() -> assign(second, "desk-uk")).hasMessageContaining("four eyes");
    assertThat(route.claim("head-uk", second).status()).isEqualTo(200);
  }

  @Test
  void shouldNotLetTheFlaggerDecide() {
    // given
    var own = route.flag("head-uk", ExampleRequests.embassy());
    route.review("desk-uk", own, "DECLINE");
    var decision = route.offered("head-uk", own, Route.DECIDE_AS_HEAD);
    // then
    assertFourEyes(route.claim("head-uk", decision));
    assertThat(route.complete("head-uk", decision, DECISION).status()).isEqualTo(409);
  }

  @Test
  @WorkerTest(value = OTHER_OUTCOME, of = JobTypes.TASK_ASSIGNING)
  void shouldDenyABareClientWhatTheDeskDenies() {
    assertThatThrownBy(() -> assign(review, "desk-de"))
        .hasMessageContaining("offered to other groups");
    assertThatThrownBy(() -> assign(review, "nobody")).hasMessageContaining("nobody we know");
    assertThatThrownBy(() -> complete(review, Map.of("recommendation", "DECLINE")))
        .hasMessageContaining("must be claimed first");
    assertThatCode(() -> assign(review, "desk-uk")).doesNotThrowAnyException();
    assertThatThrownBy(() -> assign(review, "head-uk")).hasMessageContaining("held by desk-uk");
    assertThat(route.tasks("desk-uk", "scope=mine&reference=" + reference)).hasSize(1);
  }

  @Test
  @WorkerTest(value = OTHER_OUTCOME, of = JobTypes.TASK_COMPLETING)
  void shouldDenyACompletionWithoutWhatWasEntered() {
    // given
    assertThat(route.claim("desk-uk", review).status()).isEqualTo(200);
    // then
    for (var submission : List.of("", "no id", UUID.randomUUID().toString())) {
      assertThatThrownBy(
              () -> complete(review, Map.of("recommendation", "DECLINE", "submission", submission)))
          .hasMessageContaining("What was entered is not in the register");
    }
    assertThat(route.complete("desk-uk", review, REVIEW).status()).isEqualTo(200);
  }

  @Test
  void shouldRefuseParametersItDoesNotUnderstand() {
    for (var query : List.of("scope=theirs", "due=soon", "page=-1", "size=9999", "state=OPEN")) {
      var answer = route.as("desk-uk").get("/api/tasks?" + query);
      assertThat(answer.status()).as(query).isEqualTo(400);
      assertThat(answer.json().path("errors").path(0).path("field").asText())
          .isEqualTo(query.substring(0, query.indexOf('=')));
    }
  }

  @Test
  void shouldShowATaskWithItsFormAndWhatWasEntered() {
    var open = route.as("desk-uk").get("/api/tasks/" + review).json();
    assertThat(open.path("form").path("id").asText()).isEqualTo("regional-review");
    assertThat(open.path("name").asText()).isEqualTo("Review request");
    assertThat(open.path("dueAt").asText()).isNotEmpty();
    assertThat(open.path("data")).isEmpty();

    route.claim("desk-uk", review);
    route.complete("desk-uk", review, REVIEW);

    var done = route.as("desk-uk").get("/api/tasks/" + review).json();
    assertThat(done.path("state").asText()).isEqualTo("COMPLETED");
    assertThat(done.path("data").path("rationale").asText()).isEqualTo("Words.");
  }

  private static Map<String, Object> on(String... grounds) {
    return Map.of("outcome", "DECLINED", "rationale", "Words.", "grounds", List.of(grounds));
  }

  private void assign(String task, String person) {
    camunda.newAssignUserTaskCommand(Long.parseLong(task)).assignee(person).send().join();
  }

  private void complete(String task, Map<String, Object> variables) {
    camunda.newCompleteUserTaskCommand(Long.parseLong(task)).variables(variables).send().join();
  }

  private static void assertFourEyes(Answer answer) {
    assertConflict(answer, "Whoever flagged or reviewed a case does not decide it (four eyes)");
  }

  private static void assertConflict(Answer answer, String reason) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(409);
    assertThat(answer.json().path("detail").asText()).isEqualTo(reason);
  }
}
