package dev.candor.workers;

import static dev.candor.support.WorkerTest.Shows.DONE_ONCE;
import static dev.candor.support.WorkerTest.Shows.OTHER_OUTCOME;
import static dev.candor.support.WorkerTest.Shows.TRIED_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.process.JobTypes;
import dev.candor.process.PolicyDiscussionElements;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.NothingBeside;
import dev.candor.support.Route;
import dev.candor.support.WorkerTest;
import dev.candor.workers.GatherDossierWorker.Arrived;
import dev.candor.workers.GatherSimilarCasesWorker.Opened;
import dev.candor.workers.RecordOpinionWorker.Given;
import dev.candor.workers.TellGroupsWorker.Groups;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The workers of policy discussions and press inquiries: each does its job, does it once however
 * often it is delivered, and tries again when the database refuses.
 */
@NothingBeside
@CandorTest
@ExtendWith(OutputCaptureExtension.class)
class SideProcessWorkersTests {

  private static final List<String> TABLES =
      List.of(
          "policy_discussion_case",
          "policy_opinion",
          "policy_conclusion",
          "policy_draft",
          "press_dossier",
          "press_draft",
          "press_clearance",
          "press_statement",
          "mail_outbox",
          "case_event");

  @LocalServerPort int port;
  @Autowired CamundaClient camunda;
  @Autowired EveryRow jdbc;
  @Autowired Flyway owner;
  @Autowired GatherSimilarCasesWorker gatherSimilarCases;
  @Autowired RecordOpinionWorker recordOpinion;
  @Autowired RecordConclusionWorker recordConclusion;
  @Autowired RecordPolicyDraftWorker recordPolicyDraft;
  @Autowired TellGroupsWorker tellGroups;
  @Autowired GatherDossierWorker gatherDossier;
  @Autowired RecordPressDraftWorker recordPressDraft;
  @Autowired RecordPressClearanceWorker recordPressClearance;
  @Autowired RecordStatementWorker recordStatement;

  private Route route;
  private String reference;
  private String discussion;

  @BeforeEach
  void flagTwoOfAKind() {
    route = new Route(port);
    route.offered("desk-uk", route.flag("employee", ExampleRequests.embassy()), Route.REVIEW);
    reference = route.flag("employee", ExampleRequests.embassy());
    route.offered("desk-uk", reference, Route.REVIEW);
    discussion = "discussion-of-" + reference;
  }

  @Test
  @WorkerTest(
      value = DONE_ONCE,
      of = {
        JobTypes.GATHER_SIMILAR_CASES,
        JobTypes.RECORD_OPINION,
        JobTypes.RECORD_CONCLUSION,
        JobTypes.RECORD_POLICY_DRAFT,
        JobTypes.TELL_GROUPS
      })
  void shouldTurnOpinionsIntoADraftAndDoEachStepOnce() {
    // when
    discuss("CHANGE", "CHANGE_PROPOSED");
    workOff("policy", "Task_DraftPolicyVersion", DRAFT);

    // then
    var talk = awaitTalk(found -> found.path("draft").isObject());
    assertThat(talk.path("similarCases")).isNotEmpty();
    assertThat(talk.path("opinions"))
        .extracting(opinion -> opinion.path("spokeFor").asText())
        .containsExactlyInAnyOrder("policy", "counsel", "desk:UK-IE-NL-IL");
    assertThat(talk.path("conclusion").path("conclusion").asText()).isEqualTo("CHANGE_PROPOSED");
    assertThat(talk.path("draft").path("wording").asText()).isEqualTo("Embassies bear a label.");
    await().until(() -> told("DISCUSSION_CONCLUDED") == 4);

    // when each job comes again
    var before = traces();
    gatherSimilarCases.gather(new Opened(reference, discussion));
    recordOpinion.record(
        new Given(reference, discussion, "policy", submission("Task_GiveOpinion")));
    recordConclusion.record(variables("Task_ConcludeDiscussion"));
    recordPolicyDraft.record(variables("Task_DraftPolicyVersion"));
    var element = Traces.elementThatTold(jdbc, reference, "DISCUSSION_OPENED");
    tellGroups.tell(
        new Groups(reference, List.of("policy")), Map.of("notice", "DISCUSSION_OPENED"), element);

    // then
    assertThat(traces()).isEqualTo(before);
  }

  @Test
  @WorkerTest(value = OTHER_OUTCOME, of = JobTypes.RECORD_POLICY_DRAFT)
  void shouldKeepTheFirstDraftOfADiscussion() {
    // given
    discuss("CHANGE", "CHANGE_PROPOSED");
    workOff("policy", "Task_DraftPolicyVersion", DRAFT);
    awaitTalk(found -> found.path("draft").isObject());

    // when somebody else's comes
    var other =
        jdbc.sql(
                """
                insert into submission (id, user_task_key, person, entered, entered_at, accepted_at)
                select gen_random_uuid(), t.user_task_key, 'counsel',
                       s.entered || '{"wording": "Embassies bear none."}', now(), now()
                  from submission s, task t
                 where s.id = ?::uuid and t.reference = ? and t.element = ?
                returning submission.id::text
                """)
            .params(submission("Task_DraftPolicyVersion"), reference, Route.REVIEW)
            .query(String.class)
            .single();
    recordPolicyDraft.record(new DiscussionVariables(reference, discussion, other));

    // then
    var talk = awaitTalk(found -> found.path("draft").isObject());
    assertThat(talk.path("draft").path("wording").asText()).isEqualTo("Embassies bear a label.");
  }

  @Test
  @WorkerTest(
      value = OTHER_OUTCOME,
      of = {JobTypes.RECORD_OPINION, JobTypes.RECORD_CONCLUSION})
  void shouldEndADiscussionThatProposesNothingWithoutADraft() {
    discuss("KEEP", "NO_CHANGE");

    var talk = awaitTalk(found -> found.path("conclusion").isObject());
    assertThat(talk.path("conclusion").path("conclusion").asText()).isEqualTo("NO_CHANGE");
    assertThat(talk.path("opinions"))
        .extracting(opinion -> opinion.path("opinion").asText())
        .containsOnly("KEEP");
    await().until(() -> told("DISCUSSION_CONCLUDED") == 4);
    assertThat(talk.path("draft").isNull()).isTrue();
  }

  @Test
  @WorkerTest(
      value = TRIED_AGAIN,
      of = {
        JobTypes.GATHER_SIMILAR_CASES,
        JobTypes.RECORD_OPINION,
        JobTypes.RECORD_CONCLUSION,
        JobTypes.RECORD_POLICY_DRAFT
      })
  void shouldTryEachStepOfADiscussionAgain(CapturedOutput output) {
    refusing(output, "policy_discussion", "gather-similar-cases", this::openDiscussion);
    for (var person : List.of("counsel", "desk-uk")) {
      opinion(person, "CHANGE");
    }
    refusing(output, "policy_opinion", "record-opinion", () -> opinion("policy", "CHANGE"));
    refusing(output, "policy_conclusion", "record-conclusion", () -> conclude("CHANGE_PROPOSED"));
    refusing(
        output,
        "policy_draft",
        "record-policy-draft",
        () -> workOff("policy", "Task_DraftPolicyVersion", DRAFT));

    var talk = awaitTalk(found -> found.path("draft").isObject());
    assertThat(talk.path("opinions")).hasSize(3);
  }

  @Test
  @WorkerTest(
      value = DONE_ONCE,
      of = {
        JobTypes.GATHER_DOSSIER,
        JobTypes.RECORD_PRESS_DRAFT,
        JobTypes.RECORD_PRESS_CLEARANCE,
        JobTypes.RECORD_STATEMENT
      })
  @WorkerTest(
      value = TRIED_AGAIN,
      of = {JobTypes.GATHER_DOSSIER, JobTypes.RECORD_PRESS_DRAFT, JobTypes.RECORD_PRESS_CLEARANCE})
  void shouldTryEachStepOfAnInquiryAgainAndDoItOnce(CapturedOutput output) {
    // when
    refusing(output, "press_dossier", "gather-dossier", this::ask);
    refusing(output, "press_draft", "record-press-draft", this::draft);
    refusing(output, "press_clearance", "record-press-clearance", this::clear);
    await().atMost(Duration.ofSeconds(30)).until(() -> told("INQUIRY_ANSWERED") >= 4);

    // when each job comes again
    var before = traces();
    var inquiry =
        jdbc.sql("select inquiry::text from press_inquiry where reference = ?")
            .param(reference)
            .query(String.class)
            .single();
    gatherDossier.gather(new Arrived(reference, inquiry));
    recordPressDraft.record(
        new InquiryVariables(reference, inquiry, submission("Task_DraftStatement")));
    recordPressClearance.record(
        new InquiryVariables(reference, inquiry, submission("Task_ClearStatement")));
    recordStatement.record(
        new InquiryVariables(reference, inquiry, submission("Task_ClearStatement")));

    // then
    assertThat(traces()).isEqualTo(before);
  }

  @Test
  @WorkerTest(value = TRIED_AGAIN, of = JobTypes.RECORD_STATEMENT)
  void shouldTryToPutAStatementOnTheRecordAgain(CapturedOutput output) {
    ask();
    draft();
    refusing(output, "press_statement", "record-statement", this::clear);
    await().atMost(Duration.ofSeconds(30)).until(() -> told("INQUIRY_ANSWERED") >= 4);
  }

  private static final Map<String, Object> DRAFT =
      Map.of(
          "policy", "STATE_CONTROLLED_MEDIA",
          "title", "Embassies",
          "wording", "Embassies bear a label.",
          "rationale", "It was left open.");

  private void discuss(String opinion, String conclusion) {
    openDiscussion();
    for (var person : List.of("policy", "counsel", "desk-uk")) {
      opinion(person, opinion);
    }
    conclude(conclusion);
  }

  private void openDiscussion() {
    camunda
        .newCreateInstanceCommand()
        .bpmnProcessId(PolicyDiscussionElements.PROCESS)
        .latestVersion()
        .variables(
            Map.of(
                "caseReference", reference,
                "discussion", discussion,
                "desk", "UK-IE-NL-IL",
                "type", "VERIFY_OR_LABEL",
                "severity", "LOW"))
        .send()
        .join();
  }

  private void opinion(String person, String opinion) {
    workOff(person, "Task_GiveOpinion", Map.of("opinion", opinion, "rationale", "Words."));
  }

  private void conclude(String conclusion) {
    workOff(
        "policy",
        "Task_ConcludeDiscussion",
        Map.of("conclusion", conclusion, "rationale", "Words."));
  }

  private void ask() {
    route.step("communications", reference, "press-inquiry", Map.of("text", "Words."));
  }

  private void draft() {
    workOff(
        "communications",
        "Task_DraftStatement",
        Map.of("answer", "STATEMENT", "statement", "Words.", "rationale", "Words."));
  }

  private void clear() {
    workOff(
        "counsel", "Task_ClearStatement", Map.of("clearance", "CLEARED", "rationale", "Words."));
  }

  private void workOff(String person, String element, Map<String, Object> values) {
    route.workOff(person, reference, element, values);
  }

  /** The table takes no rows until the worker has failed once. Only the tables' owner may. */
  private void refusing(CapturedOutput output, String table, String job, Runnable action) {
    var tables = JdbcClient.create(owner.getConfiguration().getDataSource());
    var failed = "(candor.%s) failed: DataIntegrityViolationException".formatted(job);
    assertThat(output.getAll()).doesNotContain(failed);
    tables.sql("alter table " + table + " add constraint refused check (false) not valid").update();
    try {
      action.run();
      await().atMost(Duration.ofSeconds(30)).until(() -> output.getAll().contains(failed));
    } finally {
      tables.sql("alter table " + table + " drop constraint refused").update();
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                jdbc.sql("select exists (select 1 from " + table + ")")
                    .query(Boolean.class)
                    .single());
  }

  private JsonNode awaitTalk(java.util.function.Predicate<JsonNode> enough) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> route.caseOf("desk-uk", reference).path("policyDiscussions").path(0),
            enough::test);
  }

  private DiscussionVariables variables(String element) {
    return new DiscussionVariables(reference, discussion, submission(element));
  }

  private String submission(String element) {
    return jdbc.sql(
            """
            select s.id::text from submission s join task t using (user_task_key)
            where t.reference = ? and t.element = ? order by s.entered_at limit 1
            """)
        .params(reference, element)
        .query(String.class)
        .single();
  }

  private long told(String notice) {
    return jdbc.sql("select count(*) from mail_outbox where reference = ? and notice = ?")
        .params(reference, notice)
        .query(Long.class)
        .single();
  }

  private List<Long> traces() {
    return TABLES.stream()
        .map(table -> jdbc.sql("select count(*) from " + table).query(Long.class).single())
        .toList();
  }
}
