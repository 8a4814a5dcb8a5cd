package dev.candor.cases;

import static dev.candor.support.WorkerTest.Shows.OTHER_OUTCOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.candor.process.JobTypes;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import dev.candor.support.WorkerTest;
import io.camunda.client.CamundaClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who steps out of a case sees and does nothing of it any more, by whichever client. */
@CandorTest
class RecusalTests {

  private static final Map<String, Object> REVIEW =
      Map.of("recommendation", "ACCEPT_WITH_LABEL", "rationale", "Words.");

  @LocalServerPort int port;
  @Autowired CamundaClient camunda;
  @Autowired EveryRow jdbc;

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
  void shouldGiveTheirTaskBackAndLetTheNextOneTakeIt() {
    // given
    assertThat(route.claim("desk-uk", review).status()).isEqualTo(200);

    // when
    recuse("desk-uk", null);

    // then they see and do nothing of it
    assertThat(route.as("desk-uk").get("/api/cases/" + reference).status()).isEqualTo(404);
    assertThat(route.as("desk-uk").get("/api/cases?q=" + reference).json().path("total").asInt())
        .isZero();
    assertThat(route.as("desk-uk").get("/api/tasks/" + review).status()).isEqualTo(404);
    assertThat(route.tasks("desk-uk", "scope=all&reference=" + reference)).isEmpty();
    assertThat(route.claim("desk-uk", review).status()).isEqualTo(404);
    assertThat(route.complete("desk-uk", review, REVIEW).status()).isEqualTo(404);

    // and the next one takes it, and reads why
    awaitUnclaimed();
    assertThat(route.claim("head-uk", review).status()).isEqualTo(200);
    assertThat(route.complete("head-uk", review, REVIEW).status()).isEqualTo(200);
    var gone = route.caseOf("head-uk", reference).path("recusals").path(0);
    assertThat(gone.path("person").asText()).isEqualTo("desk-uk");
    assertThat(gone.path("reason").asText()).isEqualTo("An old friend asks.");
    assertThat(told("TASK_OFFERED", "given-back")).containsExactly("head-uk");
  }

  @Test
  void shouldDenyABareClientWhatTheDeskDenies() {
    // given
    route.claim("desk-uk", review);
    recuse("desk-uk", null);
    awaitUnclaimed();

    // then
    assertThatThrownBy(
            () ->
                camunda
                    .newAssignUserTaskCommand(Long.parseLong(review))
                    .assignee("desk-uk")
                    .send()
                    .join())
        .hasMessageContaining("recusal");
  }

  @Test
  void shouldDenyTheCompletionOfATaskThatIsStillHeld() {
    // given a recusal that did not come by the service, so that nothing was given back
    route.claim("desk-uk", review);
    jdbc.sql("insert into case_recusal values (?, 'desk-uk', 'Words', 'desk-uk', now())")
        .param(reference)
        .update();
    var submission = java.util.UUID.randomUUID();
    jdbc.sql("insert into submission values (?, ?, 'desk-uk', '{}', now(), null)")
        .params(submission, Long.parseLong(review))
        .update();

    // then
    assertThatThrownBy(
            () ->
                camunda
                    .newCompleteUserTaskCommand(Long.parseLong(review))
                    .variables(
                        Map.of("recommendation", "DECLINE", "submission", submission.toString()))
                    .send()
                    .join())
        .hasMessageContaining("recusal");
  }

  @Test
  void shouldTellHeadAndProcessOwnersWhenNobodyIsLeft() {
    // given a case that only counsel decides
    route.review("desk-uk", reference, "ESCALATE");
    route.offered("counsel", reference, Route.DECIDE_AS_COUNSEL);

    // when
    recuse("counsel", null);

    // then
    await().until(() -> told("NOBODY_LEFT", "").size() == 2);
    assertThat(told("NOBODY_LEFT", "")).containsExactly("head-uk", "owner");
    var file = route.caseOf("head-uk", reference);
    assertThat(file.path("tasks"))
        .filteredOn(task -> task.path("nobodyLeft").asBoolean())
        .extracting(task -> task.path("element").asText())
        .containsExactly(Route.DECIDE_AS_COUNSEL);
    assertThat(file.path("timeline"))
        .extracting(entry -> entry.path("what").asText())
        .containsOnlyOnce("NOBODY_LEFT");
  }

  @Test
  @WorkerTest(value = OTHER_OUTCOME, of = JobTypes.TASK_CREATING)
  void shouldNoticeThatNobodyIsLeftWhenTheTaskComesAfterwards() {
    // given a head who stepped out before there was anything to decide
    recuse("head-uk", null);

    // when
    route.review("desk-uk", reference, "ACCEPT_WITH_LABEL");

    // then
    await().until(() -> !told("NOBODY_LEFT", "").isEmpty());
    assertThat(told("NOBODY_LEFT", "")).containsExactly("owner");
  }

  @Test
  void shouldTellAtOnceThatTheOnlyHeadReviewedWhatTheHeadShouldDecide() {
    // when
    route.review("head-uk", reference, "ACCEPT_WITH_LABEL");
    route.offered("head-uk", reference, Route.DECIDE_AS_HEAD);

    // then
    await().until(() -> !told("NOBODY_LEFT", "").isEmpty());
    assertThat(told("NOBODY_LEFT", "")).containsExactly("head-uk", "owner");
    assertThat(route.caseOf("head-uk", reference).path("tasks"))
        .filteredOn(task -> task.path("nobodyLeft").asBoolean())
        .extracting(task -> task.path("element").asText())
        .containsExactly(Route.DECIDE_AS_HEAD);
  }

  @Test
  void shouldLetTheHeadTakeTheirPeopleOffTheCaseAndNobodyElse() {
    assertThat(recusal("desk-uk", "head-uk")).isEqualTo(403);
    assertThat(recusal("head-uk", "counsel")).isEqualTo(403);
    recuse("head-uk", "desk-uk");
    assertThat(recusal("head-uk", "desk-uk")).isEqualTo(409);
    assertThat(route.as("desk-uk").get("/api/cases/" + reference).status()).isEqualTo(404);
  }

  private void recuse(String by, String person) {
    assertThat(recusal(by, person)).isEqualTo(201);
  }

  private int recusal(String by, String person) {
    var body =
        person == null
            ? Map.of("reason", "An old friend asks.")
            : Map.of("reason", "An old friend asks.", "person", person);
    return route.as(by).post("/api/cases/" + reference + "/recuse", body).status();
  }

  private void awaitUnclaimed() {
    await()
        .until(
            () ->
                route
                    .as("head-uk")
                    .get("/api/tasks/" + review)
                    .json()
                    .path("state")
                    .asText()
                    .equals("CREATED"));
  }

  private List<String> told(String notice, String occasion) {
    return jdbc.told(reference, notice, occasion);
  }
}
