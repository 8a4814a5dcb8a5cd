package dev.candor.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.cases.CaseRegister.NewDecision;
import dev.candor.cases.CaseRegister.NewRecommendation;
import dev.candor.cases.CaseRegister.Triage;
import dev.candor.cases.CaseView.TimelineEntry;
import dev.candor.cases.Decider;
import dev.candor.cases.Outcome;
import dev.candor.cases.RecommendationKind;
import dev.candor.cases.Reviewer;
import dev.candor.cases.Severity;
import dev.candor.cases.TakingIn;
import dev.candor.cases.TakingIn.FoundGround;
import dev.candor.support.AtTheSameMoment;
import dev.candor.support.EveryRow;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * The engine may deliver a job to ten workers before the first of them is done: each step is taken
 * once, and all ten are told so.
 */
@SpringBootTest(classes = RegisterOnly.class, webEnvironment = WebEnvironment.NONE)
class TenTimesAtOnceTests {

  private static final PersonId ERIN = new PersonId("employee");
  private static final PersonId DEV = new PersonId("desk-uk");
  private static final PersonId CONOR = new PersonId("counsel");

  @Autowired CaseRegister register;
  @Autowired TakingIn takingIn;
  @Autowired Timeline timeline;
  @Autowired EveryRow rows;

  @Test
  void shouldTakeEachStepOnceTheFirstTimeItComes() throws Exception {
    // given
    var reference = register.open(SampleFlags.founding(), ERIN, null);
    var recommendation =
        new NewRecommendation(
            UUID.randomUUID(),
            DEV,
            Reviewer.DESK,
            RecommendationKind.ESCALATE,
            "Words",
            RegisterOnly.NOW);
    var decision =
        new NewDecision(
            UUID.randomUUID(),
            CONOR,
            Outcome.DECLINED,
            List.of("COORDINATED_INAUTHENTIC_BEHAVIOUR"),
            "Words",
            null,
            null,
            null,
            false,
            RegisterOnly.NOW);
    var ground = new FoundGround("COORDINATED_INAUTHENTIC_BEHAVIOUR", false);
    // when
    tenTimes(() -> register.recordTriage(reference, new Triage(Severity.HIGH, "UK-IE-NL-IL")));
    tenTimes(() -> takingIn.findPrecedents(reference));
    tenTimes(() -> takingIn.recordGrounds(reference, List.of(ground)));
    tenTimes(() -> register.join(reference, DEV));
    tenTimes(() -> register.recordRecommendation(reference, recommendation));
    tenTimes(() -> register.passOn(reference, Decider.GENERAL_COUNSEL));
    tenTimes(() -> register.noteOverdue(reference, "DECISION_COUNSEL", 4714));
    tenTimes(() -> register.admit(reference, Set.of("legal")));
    tenTimes(() -> register.recordDecision(reference, decision));
    tenTimes(() -> register.close(reference));
    // then
    assertThat(timeline.of(reference).stream().map(TimelineEntry::what).toList())
        .containsExactly(
            "FLAGGED",
            "TRIAGED",
            "PRECEDENTS_FOUND",
            "GROUNDS_FOUND",
            "JOINED",
            "RECOMMENDED",
            "PASSED_ON",
            "STEP_OVERDUE",
            "DECIDED",
            "CLOSED");
    for (var table : List.of("recommendation", "decision", "decision_ground", "case_ground")) {
      assertThat(count(table, reference)).as(table).isOne();
    }
  }

  private static void tenTimes(Runnable step) throws Exception {
    AtTheSameMoment.doAll(
        Collections.nCopies(
            10,
            () -> {
              step.run();
              return true;
            }));
  }

  private long count(String table, CaseReference reference) {
    return rows.sql("select count(*) from " + table + " where reference = ?")
        .param(reference.value())
        .query(Long.class)
        .single();
  }
}
