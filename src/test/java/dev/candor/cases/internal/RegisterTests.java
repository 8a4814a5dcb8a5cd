package dev.candor.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.cases.CaseRegister.NewDecision;
import dev.candor.cases.CaseRegister.NewRecommendation;
import dev.candor.cases.CaseRegister.Triage;
import dev.candor.cases.CaseState;
import dev.candor.cases.CaseView.TimelineEntry;
import dev.candor.cases.Decider;
import dev.candor.cases.FourEyes;
import dev.candor.cases.Outcome;
import dev.candor.cases.RecommendationKind;
import dev.candor.cases.Reviewer;
import dev.candor.cases.Severity;
import dev.candor.cases.UnknownCase;
import dev.candor.cases.WrongOrder;
import dev.candor.cases.internal.RegisterOnly.ToldToTheEngine;
import dev.candor.policy.UnknownGround;
import dev.candor.support.EveryRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(classes = RegisterOnly.class, webEnvironment = WebEnvironment.NONE)
class RegisterTests {

  private static final PersonId ERIN = new PersonId("employee");
  private static final PersonId DEV = new PersonId("desk-uk");
  private static final PersonId CONOR = new PersonId("counsel");

  private final CaseRegister register;
  private final CaseFiles files;
  private final Timeline timeline;
  private final Findings findings;
  private final ToldToTheEngine told;
  private final EveryRow jdbc;

  @Autowired
  RegisterTests(
      CaseRegister register,
      CaseFiles files,
      Timeline timeline,
      Findings findings,
      ToldToTheEngine told,
      EveryRow jdbc) {
    this.register = register;
    this.files = files;
    this.timeline = timeline;
    this.findings = findings;
    this.told = told;
    this.jdbc = jdbc;
  }

  @Test
  void shouldCarryACaseFromFlagToClosedAndKeepEveryStep() {
    // given
    var reference = awaitingDecision();
    // when
    register.recordDecision(reference, decision(UUID.randomUUID(), CONOR));
    register.close(reference);
    // then
    assertThat(state(reference)).isEqualTo(CaseState.CLOSED);
    assertThat(whats(reference))
        .containsExactly("FLAGGED", "TRIAGED", "RECOMMENDED", "PASSED_ON", "DECIDED", "CLOSED");
    var decision = findings.decision(reference).orElseThrow();
    assertThat(decision.outcome()).isEqualTo(Outcome.DECLINED_WITH_ALTERNATIVE);
    assertThat(decision.by()).isEqualTo("counsel");
    assertThat(decision.grounds())
        .extracting(ground -> ground.code() + " " + ground.version() + " " + ground.clause())
        .containsExactly(
            "COORDINATED_INAUTHENTIC_BEHAVIOUR 2.0 8.1", "STATE_CONTROLLED_MEDIA 1.0 2");
    assertThat(register.parties(reference))
        .isEqualTo(new CaseRegister.Parties(ERIN, "desk:UK-IE-NL-IL", Set.of(DEV, CONOR)));
  }

  @Test
  void shouldNoteBesideTheWordsUnderWhichNamesACaseIsKnown() {
    // when
    var reference = awaitingDecision();
    // then
    assertThat(
            jdbc.sql("select unnest(known_to) from case_words where reference = ?")
                .param(reference.value())
                .query(String.class)
                .list())
        .containsExactlyInAnyOrderElementsOf(
            jdbc.sql("select who from case_access where reference = ?")
                .param(reference.value())
                .query(String.class)
                .list())
        .contains("flagger:employee", "group:desk:UK-IE-NL-IL", "person:desk-uk");
  }

  @Test
  void shouldTakeEachStepOnceHoweverOftenItIsCalled() {
    // given
    var reference = register.open(SampleFlags.founding(), ERIN, null);
    var recommendation = recommendation(UUID.randomUUID(), DEV);
    var decision = decision(UUID.randomUUID(), CONOR);
    // when every step comes twice
    register.carriedBy(reference, 4711);
    register.carriedBy(reference, 4712);
    register.recordTriage(reference, triage());
    register.recordTriage(reference, triage());
    register.join(reference, DEV);
    register.join(reference, DEV);
    register.recordRecommendation(reference, recommendation);
    register.recordRecommendation(reference, recommendation);
    register.passOn(reference, Decider.GENERAL_COUNSEL);
    register.passOn(reference, Decider.GENERAL_COUNSEL);
    register.noteOverdue(reference, "DECISION_COUNSEL", 4713);
    register.noteOverdue(reference, "DECISION_COUNSEL", 4713);
    register.recordDecision(reference, decision);
    register.recordDecision(reference, decision);
    register.close(reference);
    register.close(reference);
    register.recordRecommendation(reference, recommendation);
    register.recordDecision(reference, decision);
    // then
    assertThat(whats(reference))
        .containsExactly(
            "FLAGGED",
            "TRIAGED",
            "JOINED",
            "RECOMMENDED",
            "PASSED_ON",
            "STEP_OVERDUE",
            "DECIDED",
            "CLOSED");
    assertThat(files.find(reference).orElseThrow().processInstanceKey()).isEqualTo(4711);
    assertThat(findings.recommendations(reference)).hasSize(1);
  }

  @Test
  void shouldEscalateAnOverdueReviewOnce() {
    var reference = register.open(SampleFlags.founding(), ERIN, null);
    register.recordTriage(reference, triage());

    register.escalateOverdueReview(reference);
    register.escalateOverdueReview(reference);

    assertThat(files.find(reference).orElseThrow().reviewOverdue()).isTrue();
    assertThat(whats(reference)).containsExactly("FLAGGED", "TRIAGED", "REVIEW_OVERDUE");
  }

  @Test
  void shouldPassACaseOnToCounselAndNeverBack() {
    var reference = awaitingDecision();
    register.passOn(reference, Decider.GENERAL_COUNSEL);
    register.passOn(reference, Decider.DESK_HEAD);

    assertThat(state(reference)).isEqualTo(CaseState.AWAITING_DECISION);
    assertThat(files.find(reference).orElseThrow().decider()).isEqualTo(Decider.GENERAL_COUNSEL);
  }

  @Test
  void shouldWithdrawOnceAndOnlyBeforeADecision() {
    var reference = register.open(SampleFlags.founding(), ERIN, null);

    register.askToWithdraw(reference, ERIN);
    register.askToWithdraw(reference, ERIN);
    register.recordWithdrawal(reference);
    register.recordWithdrawal(reference);
    register.askToWithdraw(reference, ERIN);

    assertThat(told.withdrawn).filteredOn(reference.value()::equals).hasSize(1);
    assertThat(whats(reference)).containsExactly("FLAGGED", "WITHDRAWAL_ASKED", "WITHDRAWN");
    var decided = awaitingDecision();
    register.recordDecision(decided, decision(UUID.randomUUID(), CONOR));
    assertThatExceptionOfType(WrongOrder.class)
        .isThrownBy(() -> register.askToWithdraw(decided, ERIN))
        .withMessage("A case that is DECIDED cannot be withdrawn any more");
  }

  @Test
  void shouldRefuseStepsOutOfOrderAndChangeNothing() {
    var flagged = register.open(SampleFlags.founding(), ERIN, null);

    assertThatThrownBy(
            () -> register.recordRecommendation(flagged, recommendation(UUID.randomUUID(), DEV)))
        .isInstanceOf(WrongOrder.class);
    assertThatThrownBy(() -> register.recordDecision(flagged, decision(UUID.randomUUID(), CONOR)))
        .isInstanceOf(WrongOrder.class);
    assertThatThrownBy(() -> register.escalateOverdueReview(flagged))
        .isInstanceOf(WrongOrder.class);
    assertThatThrownBy(() -> register.close(flagged)).isInstanceOf(WrongOrder.class);

    assertThat(state(flagged)).isEqualTo(CaseState.FLAGGED);
    assertThat(whats(flagged)).containsExactly("FLAGGED");
    assertThat(findings.recommendations(flagged)).isEmpty();
  }

  @Test
  void shouldRefuseASecondDecision() {
    var reference = awaitingDecision();
    register.recordDecision(reference, decision(UUID.randomUUID(), CONOR));

    assertThatThrownBy(() -> register.recordDecision(reference, decision(UUID.randomUUID(), CONOR)))
        .isInstanceOf(WrongOrder.class)
        .hasMessage("A case that is DECIDED cannot be decided");
  }

  @Test
  void shouldNotLetWhoeverFlaggedOrRecommendedDecide() {
    var reference = awaitingDecision();

    for (var person : List.of(ERIN, DEV)) {
      assertThatThrownBy(
              () -> register.recordDecision(reference, decision(UUID.randomUUID(), person)))
          .isInstanceOf(FourEyes.class);
    }

    assertThat(state(reference)).isEqualTo(CaseState.AWAITING_DECISION);
    assertThat(findings.decision(reference)).isEmpty();
  }

  @Test
  void shouldHoldFourEyesAndAppendOnlyInTheDatabaseToo() {
    var reference = awaitingDecision();
    var insert =
        "insert into decision (submission, reference, decided_by, outcome, rationale,"
            + " policy_discussion, at) values (gen_random_uuid(), ?, ?, 'DECLINED', 'x', false, now())";

    assertThatThrownBy(() -> jdbc.sql(insert).params(reference.value(), "desk-uk").update())
        .rootCause()
        .hasMessageContaining("does not decide");
    assertThatThrownBy(() -> jdbc.sql("update recommendation set rationale = 'other'").update())
        .rootCause()
        .hasMessageContaining("never changed");
    assertThatThrownBy(() -> jdbc.sql("delete from case_event").update())
        .rootCause()
        .hasMessageContaining("never changed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "principal = 'Another'",
        "type = 'OTHER'",
        "flagged_at = flagged_at + interval '1 day'",
        "flagger = 'desk-uk'",
        "ask = ask || ' more'",
        "audience = 'Everybody'",
        "legal_basis = 'A law'",
        "items = items || '@another'::text",
        "reply_wanted_by = null",
      })
  void shouldRefuseToChangeAFlagInTheDatabaseToo(String change) {
    var reference = awaitingDecision().value();

    assertThatThrownBy(
            () ->
                jdbc.sql("update cases set %s where reference = ?".formatted(change))
                    .param(reference)
                    .update())
        .rootCause()
        .hasMessageContaining("A flag is never changed");
  }

  @Test
  void shouldQuoteTheVersionInForceOnTheDayTheRequestWasReceived() {
    var before = decidedOn(LocalDate.of(2026, 6, 30));
    var after = decidedOn(LocalDate.of(2026, 7, 1));

    assertThat(before).isEqualTo("3.0 3.1");
    assertThat(after).isEqualTo("4.0 3.2");
  }

  @Test
  void shouldRefuseAGroundThatThereIsNotAndStayUndecided() {
    var reference = awaitingDecision();
    var made =
        new NewDecision(
            UUID.randomUUID(),
            CONOR,
            Outcome.DECLINED,
            List.of("BAD_TASTE"),
            "Because",
            null,
            null,
            null,
            false,
            RegisterOnly.NOW);

    assertThatThrownBy(() -> register.recordDecision(reference, made))
        .isInstanceOf(UnknownGround.class);

    assertThat(state(reference)).isEqualTo(CaseState.AWAITING_DECISION);
  }

  @Test
  void shouldSayThatThereIsNoSuchCase() {
    var nothing = new CaseReference("SR-1999-00001");

    assertThatThrownBy(() -> register.recordTriage(nothing, triage()))
        .isInstanceOf(UnknownCase.class);
    assertThatThrownBy(() -> register.parties(nothing)).isInstanceOf(UnknownCase.class);
    assertThatThrownBy(() -> register.join(nothing, DEV)).isInstanceOf(UnknownCase.class);
  }

  private String decidedOn(LocalDate received) {
    var reference = register.open(SampleFlags.received(received, "No label, please"), ERIN, null);
    register.recordTriage(reference, triage());
    register.escalateOverdueReview(reference);
    register.passOn(reference, Decider.GENERAL_COUNSEL);
    register.recordDecision(reference, decision(UUID.randomUUID(), CONOR));
    var ground = findings.decision(reference).orElseThrow().grounds().get(1);
    return ground.version() + " " + ground.clause();
  }

  private CaseReference awaitingDecision() {
    var reference = register.open(SampleFlags.founding(), ERIN, null);
    register.recordTriage(reference, triage());
    register.recordRecommendation(reference, recommendation(UUID.randomUUID(), DEV));
    register.passOn(reference, Decider.GENERAL_COUNSEL);
    return reference;
  }

  private static Triage triage() {
    return new Triage(Severity.HIGH, "UK-IE-NL-IL");
  }

  private static NewRecommendation recommendation(UUID submission, PersonId by) {
    return new NewRecommendation(
        submission,
        by,
        Reviewer.DESK,
        RecommendationKind.ESCALATE,
        "It hides who asks",
        RegisterOnly.NOW);
  }

  private static NewDecision decision(UUID submission, PersonId by) {
    return new NewDecision(
        submission,
        by,
        Outcome.DECLINED_WITH_ALTERNATIVE,
        List.of("COORDINATED_INAUTHENTIC_BEHAVIOUR", "STATE_CONTROLLED_MEDIA"),
        "An open, verified, labelled account is on offer",
        "Labelled in every market",
        null,
        null,
        true,
        RegisterOnly.NOW);
  }

  private CaseState state(CaseReference reference) {
    return files.find(reference).orElseThrow().state();
  }

  private List<String> whats(CaseReference reference) {
    return timeline.of(reference).stream().map(TimelineEntry::what).toList();
  }
}
