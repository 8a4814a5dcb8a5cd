package dev.candor.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.candor.access.People;
import dev.candor.access.PersonId;
import dev.candor.support.CandorApi.Answer;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import io.camunda.client.CamundaClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A task goes to a colleague only as somebody who may give it asked, whichever client there is. */
@CandorTest
class HandOverTests {

  private static final Map<String, Object> REVIEW =
      Map.of("recommendation", "DECLINE", "rationale", "Words.");

  @LocalServerPort int port;
  @Autowired CamundaClient camunda;
  @Autowired EveryRow jdbc;
  @Autowired StandingStill standingStill;
  @Autowired People people;

  private Route route;
  private String reference;
  private String review;

  @BeforeEach
  void flag() {
    route = new Route(port);
    reference = route.flag("employee", ExampleRequests.embassy());
    review = route.offered("desk-uk", reference, Route.REVIEW);
  }

  @Test
  void shouldHandATaskOverWithinTheGroupAndSaySo() {
    // given
    route.claim("desk-uk", review);
    // when
    assertThat(give("desk-uk", review, "assign", "head-uk").status()).isEqualTo(200);
    // then it is theirs, the case says so, and they are told
    assertThat(holder(review)).isEqualTo("head-uk");
    assertThat(timeline("TASK_HANDED_OVER")).containsExactly("desk-uk to head-uk");
    assertThat(told("TASK_HANDED_OVER")).containsExactly("head-uk");
    // and who gave it away does nothing with it any more
    assertConflict(route.complete("desk-uk", review, REVIEW), "The task is held by head-uk");
    assertConflict(give("desk-uk", review, "assign", "desk-uk"), "The task is held by head-uk");
    assertThat(route.complete("head-uk", review, REVIEW).status()).isEqualTo(200);
  }

  @Test
  void shouldGiveWhatNobodyHoldsToAColleague() {
    assertThat(give("head-uk", review, "assign", "desk-uk").status()).isEqualTo(200);

    assertThat(holder(review)).isEqualTo("desk-uk");
    assertThat(timeline("TASK_HANDED_OVER")).containsExactly("head-uk to desk-uk");
  }

  @Test
  void shouldNotHandATaskToWhomARuleKeepsFromIt() {
    route.claim("desk-uk", review);
    // then neither to other groups
    assertConflict(
        give("desk-uk", review, "assign", "desk-de"),
        "Dora Klein cannot have it: The task is offered to other groups");
    // nor to nobody, nor to oneself
    assertThat(give("desk-uk", review, "assign", "nobody").status()).isEqualTo(400);
    assertThat(give("desk-uk", review, "assign", "").status()).isEqualTo(400);
    assertThat(give("desk-uk", review, "assign", "desk-uk").status()).isEqualTo(400);
    // nor to who stepped out
    recuse("head-uk");
    assertThat(give("desk-uk", review, "assign", "head-uk").json().path("detail").asText())
        .contains("Hannah Price cannot have it", "recusal");
    assertThat(holder(review)).isEqualTo("desk-uk");
  }

  @Test
  void shouldNotDelegateADecisionToWhoReviewedTheCase() {
    // given
    route.review("desk-uk", reference, "ACCEPT_WITH_LABEL");
    var decision = route.offered("head-uk", reference, Route.DECIDE_AS_HEAD);
    route.claim("head-uk", decision);
    // then
    assertThat(give("head-uk", decision, "delegate", "desk-uk").json().path("detail").asText())
        .contains("Dev Patel cannot have it", "four eyes");
    assertThat(holder(decision)).isEqualTo("head-uk");
  }

  @Test
  void shouldDelegateToWhoKnowsTheCaseAndGetItBack() {
    // given somebody of another desk who knows the case by a task of it
    know("policy");
    route.claim("desk-uk", review);
    assertThat(give("desk-uk", review, "delegate", "policy").status()).isEqualTo(200);
    assertThat(holder(review)).isEqualTo("policy");
    // when they give it back
    assertThat(route.as("policy").post("/api/tasks/" + review + "/release").status())
        .isEqualTo(200);
    // then it is not the group's, but the one's who delegated it
    assertThat(holder(review)).isEqualTo("desk-uk");
    assertThat(timeline("TASK_DELEGATED")).containsExactly("desk-uk to policy");
    assertThat(timeline("TASK_GIVEN_BACK")).containsExactly("policy to desk-uk");
    assertThat(told("TASK_HANDED_OVER")).containsExactly("desk-uk", "policy");
  }

  @Test
  void shouldTakeBackWhatWasDelegatedAndTellWhoHadIt() {
    // given
    know("policy");
    route.claim("desk-uk", review);
    give("desk-uk", review, "delegate", "policy");
    // then nobody but who delegated it takes it
    assertConflict(route.claim("head-uk", review), "The task is held by policy");
    assertConflict(
        give("policy", review, "assign", "head-uk"),
        "The task was delegated: it goes back to desk-uk");
    assertThat(route.claim("desk-uk", review).status()).isEqualTo(200);
    assertThat(holder(review)).isEqualTo("desk-uk");
    assertThat(told("TASK_TAKEN_OVER")).containsExactly("policy");
    // and what was asked for once counts once
    assertThatThrownBy(() -> reassign(review, "policy")).hasMessageContaining("other groups");
  }

  @Test
  void shouldLetADelegateComplete() {
    know("policy");
    route.claim("desk-uk", review);
    give("desk-uk", review, "delegate", "policy");

    assertThat(route.complete("policy", review, REVIEW).status()).isEqualTo(200);
  }

  @Test
  void shouldNotDelegateToWhoDoesNotKnowTheCaseNorWhatIsNotHeld() {
    assertConflict(
        give("desk-uk", review, "delegate", "head-uk"), "The task must be claimed first");
    route.claim("desk-uk", review);
    assertConflict(
        give("desk-uk", review, "delegate", "counsel"),
        "Conor Byrne cannot have it: Whoever does not know the case is not let into it by this");
    assertThat(route.as("counsel").get("/api/cases/" + reference).status()).isEqualTo(404);
  }

  @Test
  void shouldDenyABareClientWhatNobodyAskedForAtTheDesk() {
    // given
    route.claim("desk-uk", review);
    // then
    assertThatThrownBy(() -> reassign(review, "head-uk")).hasMessageContaining("held by desk-uk");
    // and what was asked for another holder counts for no other
    jdbc.sql(
            "insert into task_hand_over values (?, 'TASK_HANDED_OVER', 'policy', 'head-uk', 'policy', now())")
        .param(Long.parseLong(review))
        .update();
    assertThatThrownBy(() -> reassign(review, "head-uk")).hasMessageContaining("held by desk-uk");
    // nor does it get a rule out of the way
    jdbc.sql(
            "update task_hand_over set from_person = 'desk-uk', to_person = 'desk-de' where user_task_key = ?")
        .param(Long.parseLong(review))
        .update();
    assertThatThrownBy(() -> reassign(review, "desk-de")).hasMessageContaining("other groups");
  }

  @Test
  void shouldWarnHeadAndProcessOwnersOnTheirPagesThatNobodyIsLeft() {
    // given
    route.review("desk-uk", reference, "ESCALATE");
    route.offered("counsel", reference, Route.DECIDE_AS_COUNSEL);
    // when
    recuse("counsel");
    // then
    for (var person : List.of("head-uk", "owner")) {
      await().until(() -> standingStill(person).contains(reference));
    }
    assertThat(standingStill("head-de")).doesNotContain(reference);
    assertThat(standingStill("desk-uk")).doesNotContain(reference);
  }

  private List<String> standingStill(String person) {
    var who = people.find(new PersonId(person)).orElseThrow();
    return standingStill.of(who).stream().map(StandingStill.Still::reference).toList();
  }

  private Answer give(String by, String task, String how, String to) {
    return route.as(by).post("/api/tasks/" + task + "/" + how, Map.of("person", to));
  }

  private void recuse(String person) {
    var answer =
        route
            .as(person)
            .post("/api/cases/" + reference + "/recuse", Map.of("reason", "An old friend asks."));
    assertThat(answer.status()).isEqualTo(201);
  }

  private void know(String person) {
    jdbc.sql("insert into case_participant values (?, ?, now())")
        .params(reference, person)
        .update();
  }

  private String holder(String task) {
    return jdbc.sql("select assignee from task where user_task_key = ?")
        .param(Long.parseLong(task))
        .query(String.class)
        .single();
  }

  private List<String> timeline(String what) {
    return jdbc.sql(
            "select who || ' to ' || detail from case_event where reference = ? and what = ? order by id")
        .params(reference, what)
        .query(String.class)
        .list();
  }

  private List<String> told(String notice) {
    return jdbc.told(reference, notice);
  }

  private void reassign(String task, String person) {
    camunda
        .newAssignUserTaskCommand(Long.parseLong(task))
        .assignee(person)
        .allowOverride(true)
        .send()
        .join();
  }

  private static void assertConflict(Answer answer, String reason) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(409);
    assertThat(answer.json().path("detail").asText()).isEqualTo(reason);
  }
}
