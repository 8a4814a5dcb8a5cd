package dev.candor.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import dev.candor.tasks.Doors.Door;
import io.camunda.client.CamundaClient;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/**
 * Each rule of the desk, broken by the page, by the API and by a client of the engine. {@code
 * src/docs/rules-of-the-desk.md} says which test is which rule's.
 */
@CandorTest
class RulesByEveryDoorTests {

  private static final String NOT_THERE = "There is no such task";
  private static final Map<String, Object> REVIEW =
      Map.of("recommendation", "DECLINE", "rationale", "Words.");
  private static final Map<String, Object> DECISION =
      Map.of("outcome", "DECLINED", "rationale", "Words.");

  private final MockMvcTester browser;
  private final CamundaClient camunda;
  private final EveryRow rows;

  @LocalServerPort int port;

  private Route route;
  private Doors doors;
  private String reference;
  private String review;

  @Autowired
  RulesByEveryDoorTests(WebApplicationContext service, CamundaClient camunda, EveryRow rows) {
    this.browser = MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build());
    this.camunda = camunda;
    this.rows = rows;
  }

  @BeforeEach
  void flag() {
    route = new Route(port);
    doors = new Doors(browser, route, camunda, rows);
    reference = route.flag("employee", ExampleRequests.embassy());
    review = route.offered("desk-uk", reference, Route.REVIEW);
  }

  @Test
  void shouldLetByEachDoorWhomNoRuleStops() {
    assertThat(doors.claim(Door.PAGE, "desk-uk", review)).isEmpty();
    assertThat(doors.give(Door.PAGE, "assign", "desk-uk", review, "head-uk")).isEmpty();
    assertThat(doors.complete(Door.PAGE, "head-uk", review, REVIEW)).isEmpty();

    var another = route.flag("employee", ExampleRequests.embassy());
    var its = route.offered("desk-uk", another, Route.REVIEW);
    assertThat(doors.claim(Door.CLIENT, "desk-uk", its)).isEmpty();
    assertThat(doors.complete(Door.CLIENT, "desk-uk", its, REVIEW)).isEmpty();
  }

  @Test
  void shouldKeepATaskForTheGroupsItIsOfferedTo() {
    hiddenAndRefused(claim("desk-de"), "The task is offered to other groups");
    // and from who knows the case by another task of it
    takePart("policy");
    refused(claim("policy"), "The task is offered to other groups");
    // nor is it given to them
    route.claim("desk-uk", review);
    refused(give("assign", "desk-de"), "The task is offered to other groups");
  }

  @Test
  void shouldKeepATaskForWhoHoldsIt() {
    route.claim("desk-uk", review);
    refused(claim("head-uk"), "The task is held by desk-uk");
    for (var door : new Door[] {Door.PAGE, Door.API}) {
      assertThat(doors.complete(door, "head-uk", review, REVIEW))
          .as(door.name())
          .contains("The task is held by desk-uk");
      assertThat(doors.give(door, "assign", "head-uk", review, "head-uk"))
          .as(door.name())
          .contains("The task is held by desk-uk");
    }
    // a client completes for the holder only, and with what the holder entered
    assertThat(doors.complete(Door.CLIENT, "head-uk", review, REVIEW))
        .contains("What was entered is not in the register");
    assertThat(doors.give(Door.CLIENT, "assign", "desk-uk", review, "head-uk"))
        .contains("The task is held by desk-uk");
  }

  @Test
  void shouldCompleteOnlyWhatIsClaimed() {
    refused(complete("desk-uk", review, REVIEW), "The task must be claimed first");
    assertThat(doors.give(Door.PAGE, "delegate", "desk-uk", review, "head-uk"))
        .contains("The task must be claimed first");
  }

  @Test
  void shouldNotLetWhoFlaggedOrReviewedDecide() {
    route.review("head-uk", reference, "DECLINE");
    var decision = route.offered("head-uk", reference, Route.DECIDE_AS_HEAD);
    refused(door -> doors.claim(door, "head-uk", decision), "does not decide it (four eyes)");
  }

  @Test
  void shouldNotLetThemDecideWhatTheyHoldAlready() {
    // given a decision whose holder turns out to have reviewed the case
    route.review("desk-uk", reference, "DECLINE");
    var decision = route.offered("head-uk", reference, Route.DECIDE_AS_HEAD);
    route.claim("head-uk", decision);
    recommended("head-uk");
    // then
    refused(complete("head-uk", decision, DECISION), "does not decide it (four eyes)");
  }

  @Test
  void shouldNotLetTheReviewerBeTheSecondPairOfEyes() {
    // given
    route.workOff(
        "desk-uk",
        reference,
        Route.REVIEW,
        Map.of("recommendation", "DECLINE", "rationale", "Words.", "secondReviewer", true));
    var second = route.offered("desk-uk", reference, Route.REVIEW_AGAIN);
    refused(door -> doors.claim(door, "desk-uk", second), "second pair of eyes (four eyes)");
    // and by who holds it already
    route.claim("head-uk", second);
    recommended("head-uk");
    refused(
        complete("head-uk", second, Map.of("recommendation", "DECLINE", "rationale", "Words.")),
        "second pair of eyes (four eyes)");
  }

  @Test
  void shouldLetWhoSteppedOutDoNothing() {
    // given a recusal that did not come by the service, so that nothing was given back
    route.claim("desk-uk", review);
    steppedOut("desk-uk", "desk-uk");
    hiddenAndRefused(complete("desk-uk", review, REVIEW), "(recusal)");
    // nor is it given to them
    steppedOut("head-uk", "head-uk");
    camunda.newUnassignUserTaskCommand(Long.parseLong(review)).send().join();
    hiddenAndRefused(claim("head-uk"), "(recusal)");
  }

  @Test
  void shouldLetWhoWasTakenOffTheCaseDoNothing() {
    // given a head who takes one of their people off the case
    var body = Map.of("reason", "A friend.", "person", "desk-uk");
    assertThat(route.as("head-uk").post("/api/cases/" + reference + "/recuse", body).status())
        .isEqualTo(201);
    hiddenAndRefused(claim("desk-uk"), "(recusal)");
  }

  @Test
  void shouldEndWhatIsDone() {
    route.review("desk-uk", reference, "DECLINE");
    for (var door : new Door[] {Door.PAGE, Door.API}) {
      assertThat(doors.claim(door, "head-uk", review))
          .contains("The task was completed by desk-uk");
      assertThat(doors.complete(door, "desk-uk", review, REVIEW))
          .contains("The task was completed by desk-uk");
    }
    assertThat(doors.claim(Door.CLIENT, "head-uk", review)).contains("NOT_FOUND");
    assertThat(doors.complete(Door.CLIENT, "desk-uk", review, REVIEW)).contains("NOT_FOUND");
  }

  @Test
  void shouldEndWhatWasCanceled() {
    // given a request that is withdrawn while somebody reviews it
    route.claim("desk-uk", review);
    assertThat(route.as("desk-uk").post("/api/cases/" + reference + "/withdraw", Map.of()).status())
        .isLessThan(300);
    var canceled = "The task was canceled: the case went on without it";
    await().until(() -> doors.claim(Door.API, "head-uk", review).contains(canceled));
    for (var door : new Door[] {Door.PAGE, Door.API}) {
      assertThat(doors.complete(door, "desk-uk", review, REVIEW)).contains(canceled);
    }
    assertThat(doors.claim(Door.CLIENT, "head-uk", review)).contains("NOT_FOUND");
  }

  @Test
  void shouldNotAcceptASecondAnswerWhenTheEngineAsksAgain() {
    // given a completion that the register has accepted, and the engine not heard of
    route.claim("desk-uk", review);
    rows.sql("update task set state = 'COMPLETED' where user_task_key = ?")
        .param(Long.parseLong(review))
        .update();
    assertThat(doors.complete(Door.CLIENT, "desk-uk", review, REVIEW))
        .contains("The task is completed");
  }

  @Test
  void shouldKnowWhatItGivesAndToWhom() {
    assertThat(doors.claim(Door.CLIENT, "nobody", review))
        .contains("The assignee is nobody we know");
    rows.sql("delete from task where user_task_key = ?").param(Long.parseLong(review)).update();
    hiddenAndRefused(claim("desk-uk"), "The desk does not know this task");
  }

  @Test
  void shouldLetNobodyDoByAStandInWhatTheyMustNot() {
    // given a head who reviewed the case, and somebody who stands in for them
    route.review("head-uk", reference, "DECLINE");
    var decision = route.offered("head-uk", reference, Route.DECIDE_AS_HEAD);
    try (var standIn = standsIn("ops", "head-uk")) {
      refused(
          door -> doors.claim(door, "ops", decision),
          "Whoever stands in for somebody may do no more");
    }
  }

  @Test
  void shouldLetAStandInTakeOverOnlyWhileTheyStandIn() {
    // given
    route.claim("desk-uk", review);
    hiddenAndRefused(claim("ops"), "The task is offered to other groups");
    // and what a stand-in asked for, whose time is over before the engine gets to it
    handOver("TASK_TAKEN_OVER", "desk-uk", "ops");
    assertThat(doors.give(Door.CLIENT, "assign", "ops", review, "ops"))
        .contains("The task is held by desk-uk");
  }

  @Test
  void shouldDelegateToNobodyWhoDoesNotKnowTheCase() {
    route.claim("desk-uk", review);
    var whoDoesNot = "Whoever does not know the case is not let into it by this";
    assertThat(doors.give(Door.PAGE, "delegate", "desk-uk", review, "counsel"))
        .contains(whoDoesNot);
    assertThat(doors.give(Door.API, "delegate", "desk-uk", review, "counsel")).contains(whoDoesNot);
    handOver("TASK_DELEGATED", "desk-uk", "counsel");
    assertThat(doors.give(Door.CLIENT, "delegate", "desk-uk", review, "counsel"))
        .contains(whoDoesNot);
  }

  @Test
  void shouldGiveNothingOnThatWasDelegated() {
    takePart("policy");
    route.claim("desk-uk", review);
    assertThat(doors.give(Door.PAGE, "delegate", "desk-uk", review, "policy")).isEmpty();
    for (var door : new Door[] {Door.PAGE, Door.API}) {
      assertThat(doors.give(door, "assign", "policy", review, "head-uk"))
          .contains("The task was delegated: it goes back to desk-uk");
    }
    assertThat(doors.give(Door.CLIENT, "assign", "policy", review, "head-uk"))
        .contains("The task is held by policy");
  }

  @Test
  void shouldLetWhoOpenedACaseInAnEmergencyOnlyRead() {
    var body = Map.of("reason", "A court asks today.");
    assertThat(
            route
                .as("auditor")
                .post("/api/cases/" + reference + "/emergency-access", body)
                .status())
        .isEqualTo(201);
    refused(claim("auditor"), "The task is offered to other groups");
    refused(complete("auditor", review, REVIEW), "The task", "must be claimed first");
  }

  private Function<Door, String> claim(String person) {
    return door -> doors.claim(door, person, review);
  }

  private Function<Door, String> complete(String person, String task, Map<String, Object> values) {
    return door -> doors.complete(door, person, task, values);
  }

  private Function<Door, String> give(String how, String to) {
    return door -> doors.give(door, how, "desk-uk", review, to);
  }

  /** By each door with the same reason. */
  private static void refused(Function<Door, String> attempt, String... reasons) {
    for (var door : Door.values()) {
      assertThat(attempt.apply(door)).as(door.name()).containsAnyOf(reasons);
    }
  }

  /** At the desk there is nothing to see; the engine's client, which saw it, reads why. */
  private static void hiddenAndRefused(Function<Door, String> attempt, String reason) {
    assertThat(attempt.apply(Door.PAGE)).contains(NOT_THERE);
    assertThat(attempt.apply(Door.API)).contains(NOT_THERE);
    assertThat(attempt.apply(Door.CLIENT)).contains(reason);
  }

  private void takePart(String person) {
    rows.sql("insert into case_participant values (?, ?, now())")
        .params(reference, person)
        .update();
  }

  private void steppedOut(String person, String by) {
    rows.sql("insert into case_recusal values (?, ?, 'Words', ?, now())")
        .params(reference, person, by)
        .update();
  }

  private void recommended(String person) {
    rows.sql("insert into recommendation values (?, ?, ?, 'DESK', 'DECLINE', 'Words', now())")
        .params(UUID.randomUUID(), reference, person)
        .update();
  }

  private void handOver(String how, String from, String to) {
    rows.sql("insert into task_hand_over values (?, ?, ?, ?, ?, now())")
        .params(Long.parseLong(review), how, from, to, from)
        .update();
  }

  /** Others share these people: it ends with the test. */
  private StandIn standsIn(String person, String absent) {
    var today = LocalDate.now(ZoneId.of("Europe/London")).toString();
    var body = Map.of("absent", absent, "standIn", person, "from", today, "until", today);
    var named = route.as(absent).post("/api/stand-ins", body);
    assertThat(named.status()).as(named.body()).isEqualTo(201);
    var end = "/api/stand-ins/" + named.json().path("id").asText() + "/end";
    return () -> assertThat(route.as(absent).post(end).status()).isEqualTo(204);
  }

  private interface StandIn extends AutoCloseable {
    @Override
    void close();
  }
}
