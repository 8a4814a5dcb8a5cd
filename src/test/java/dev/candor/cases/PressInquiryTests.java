package dev.candor.cases;

import static dev.candor.support.WorkerTest.Shows.OTHER_OUTCOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.process.JobTypes;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import dev.candor.support.WorkerTest;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From a journalist's question, years later, to the statement on the record. */
@CandorTest
class PressInquiryTests {

  private static final String QUESTION = "Kanarienvogel: did a government ask you?";
  private static final String STATEMENT = "We were asked and we declined.";

  @LocalServerPort int port;
  @Autowired EveryRow jdbc;
  @Autowired CamundaClient camunda;

  private Route route;
  private String reference;

  @BeforeEach
  void closeACase() {
    route = new Route(port);
    reference = route.flag("employee", ExampleRequests.embassy());
    route.review("desk-uk", reference, "ACCEPT_WITH_LABEL");
    route.workOff(
        "head-uk",
        reference,
        Route.DECIDE_AS_HEAD,
        Map.of("outcome", "ACCEPTED_WITH_LABEL", "rationale", "Open and official."));
    route.reply("desk-uk", reference);
    route.carryOut("ops", reference);
    route.awaitState("head-uk", reference, "CLOSED");
  }

  @Test
  void shouldPutTheClearedAnswerOnTheRecordOfAClosedCase() {
    // given
    ask();
    draft("Task_DraftStatement", "NO_COMMENT", "We do not comment.");

    // when
    clear("CLEARED");

    // then
    var inquiry = awaitStatement();
    assertThat(inquiry.path("question").asText()).isEqualTo(QUESTION);
    assertThat(inquiry.path("askedBy").asText()).isEqualTo("A daily");
    assertThat(inquiry.path("receivedBy").asText()).isEqualTo("communications");
    assertThat(inquiry.path("statement").path("answer").asText()).isEqualTo("NO_COMMENT");
    assertThat(inquiry.path("statement").path("words").asText()).isEqualTo("We do not comment.");
    assertThat(inquiry.path("statement").path("clearedBy").asText()).isEqualTo("counsel");
    assertThat(route.caseOf("employee", reference).toString())
        .doesNotContain("Kanarienvogel", "PRESS", "We do not comment.");
  }

  @Test
  @WorkerTest(
      value = OTHER_OUTCOME,
      of = {
        JobTypes.RECORD_PRESS_DRAFT,
        JobTypes.RECORD_PRESS_CLEARANCE,
        JobTypes.RECORD_STATEMENT
      })
  void shouldKeepEveryDraftAndLeaveTheLastWordToCounsel() {
    // given
    ask();
    draft("Task_DraftStatement", "STATEMENT", "First words.");
    clear("SENT_BACK");
    draft("Task_ReviseStatement", "STATEMENT", "Second words.");

    // when
    route.workOff(
        "counsel",
        reference,
        "Task_SettleStatement",
        Map.of("answer", "STATEMENT", "statement", STATEMENT, "rationale", "Shorter."));

    // then
    var inquiry = awaitStatement();
    assertThat(inquiry.path("statement").path("words").asText()).isEqualTo(STATEMENT);
    assertThat(inquiry.path("drafts"))
        .extracting(draft -> draft.path("words").asText())
        .containsExactly("First words.", "Second words.");
    assertThat(inquiry.path("clearances").path(0).path("verdict").asText()).isEqualTo("SENT_BACK");
  }

  @Test
  void shouldShowADossierToThoseWhoMayKnowItsCasesOnly() {
    // given another case of that kind, of the same desk
    var other = route.flag("employee", ExampleRequests.embassy());
    route.offered("desk-uk", other, Route.REVIEW);

    // when
    ask();
    route.offered("communications", reference, "Task_DraftStatement");

    // then
    assertThat(dossier("desk-uk")).extracting(JsonNode::asText).contains(other);
    assertThat(dossier("communications")).extracting(JsonNode::asText).doesNotContain(other);
  }

  @Test
  void shouldKeepTheWordsOutOfTheEngineAndTheMails() {
    // given
    ask();
    draft("Task_DraftStatement", "STATEMENT", "Kanarienvogel was asked.");
    clear("CLEARED");
    awaitStatement();

    // then
    var variables =
        camunda.newVariableSearchRequest().page(page -> page.limit(10_000)).send().join().items();
    assertThat(variables).noneMatch(variable -> variable.getValue().contains("Kanarienvogel"));
    await().atMost(Duration.ofSeconds(30)).until(() -> told("INQUIRY_ANSWERED") >= 4);
  }

  private void ask() {
    var answer =
        route
            .as("communications")
            .post(
                "/api/cases/" + reference + "/press-inquiry",
                Map.of("text", QUESTION, "askedBy", "A daily"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
  }

  private void draft(String task, String answer, String words) {
    route.workOff(
        "communications",
        reference,
        task,
        Map.of("answer", answer, "statement", words, "rationale", "By the decision."));
  }

  private void clear(String clearance) {
    route.workOff(
        "counsel",
        reference,
        "Task_ClearStatement",
        Map.of("clearance", clearance, "rationale", "Read."));
  }

  private JsonNode awaitStatement() {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> route.caseOf("communications", reference).path("pressInquiries").path(0),
            inquiry -> inquiry.path("statement").isObject());
  }

  private JsonNode dossier(String person) {
    return route.caseOf(person, reference).path("pressInquiries").path(0).path("dossier");
  }

  private long told(String notice) {
    return jdbc.sql("select count(*) from mail_outbox where reference = ? and notice = ?")
        .params(reference, notice)
        .query(Long.class)
        .single();
  }
}
