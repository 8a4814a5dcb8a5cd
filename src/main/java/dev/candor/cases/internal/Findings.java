package dev.candor.cases.internal;

import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister.NewDecision;
import dev.candor.cases.CaseRegister.NewRecommendation;
import dev.candor.cases.CaseView.Decision;
import dev.candor.cases.CaseView.Ground;
import dev.candor.cases.CaseView.Recommendation;
import dev.candor.cases.Outcome;
import dev.candor.cases.RecommendationKind;
import dev.candor.cases.Reviewer;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Recommendations and decisions: inserted once under their submission's id, never changed. */
@Component
@Transactional
class Findings {

  private final JdbcClient jdbc;
  private final LedgerNotes ledger;

  Findings(JdbcClient jdbc, LedgerNotes ledger) {
    this.jdbc = jdbc;
    this.ledger = ledger;
  }

  boolean hasRecommendation(UUID submission) {
    return jdbc.sql("select exists (select 1 from recommendation where submission = ?)")
        .param(submission)
        .query(Boolean.class)
        .single();
  }

  boolean hasDecision(UUID submission) {
    return jdbc.sql("select exists (select 1 from decision where submission = ?)")
        .param(submission)
        .query(Boolean.class)
        .single();
  }

  boolean hasRecommended(CaseReference reference, PersonId person) {
    return jdbc.sql(
            """
            select exists (select 1 from recommendation where reference = ? and recommended_by = ?)
            """)
        .params(reference.value(), person.value())
        .query(Boolean.class)
        .single();
  }

  /** What was recommended last in that role; null when nothing was. */
  @Nullable RecommendationKind latest(CaseReference reference, Reviewer role) {
    return jdbc.sql(
            """
            select recommendation from recommendation where reference = ? and role = ?
            order by at desc limit 1
            """)
        .params(reference.value(), role.name())
        .query(RecommendationKind.class)
        .optional()
        .orElse(null);
  }

  void insert(CaseReference reference, NewRecommendation recommendation) {
    jdbc.sql(
            """
            insert into recommendation
              (submission, reference, recommended_by, role, recommendation, rationale, at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            recommendation.submission(),
            reference.value(),
            recommendation.by().value(),
            recommendation.role().name(),
            recommendation.recommendation().name(),
            recommendation.rationale(),
            recommendation.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  void insert(CaseReference reference, NewDecision decision, List<Ground> grounds) {
    jdbc.sql(
            """
            insert into decision
              (submission, reference, decided_by, outcome, rationale, conditions, dissent, departure,
               policy_discussion, at)
            values (:submission, :reference, :by, :outcome, :rationale, :conditions, :dissent, :departure,
              :discussion, :at)
            """)
        .param("submission", decision.submission())
        .param("reference", reference.value())
        .param("by", decision.by().value())
        .param("outcome", decision.outcome().name())
        .param("rationale", decision.rationale())
        .param("conditions", decision.conditions())
        .param("dissent", decision.dissent())
        .param("departure", decision.departure())
        .param("discussion", decision.policyDiscussion())
        .param("at", decision.at().atOffset(ZoneOffset.UTC))
        .update();
    for (int position = 0; position < grounds.size(); position++) {
      var ground = grounds.get(position);
      jdbc.sql(
              """
              insert into decision_ground (reference, position, code, policy, version, clause)
              values (?, ?, ?, ?, ?, ?)
              """)
          .params(
              reference.value(),
              position,
              ground.code(),
              ground.policy(),
              ground.version(),
              ground.clause())
          .update();
    }
    ledger.decided(reference, decision, grounds);
  }

  List<Recommendation> recommendations(CaseReference reference) {
    return jdbc.sql("select * from recommendation where reference = ? order by at, submission")
        .param(reference.value())
        .query(
            (row, number) ->
                new Recommendation(
                    row.getString("recommended_by"),
                    Reviewer.valueOf(row.getString("role")),
                    RecommendationKind.valueOf(row.getString("recommendation")),
                    row.getString("rationale"),
                    CaseFiles.instant(row, "at")))
        .list();
  }

  Optional<Decision> decision(CaseReference reference) {
    return jdbc.sql("select * from decision where reference = ?")
        .param(reference.value())
        .query(
            (row, number) ->
                new Decision(
                    Outcome.valueOf(row.getString("outcome")),
                    grounds(reference),
                    row.getString("rationale"),
                    row.getString("conditions"),
                    row.getString("dissent"),
                    row.getString("departure"),
                    row.getBoolean("policy_discussion"),
                    row.getString("decided_by"),
                    CaseFiles.instant(row, "at")))
        .optional();
  }

  private List<Ground> grounds(CaseReference reference) {
    return jdbc.sql(
            """
            select code, policy, version, clause from decision_ground
            where reference = ? order by position
            """)
        .param(reference.value())
        .query(Ground.class)
        .list();
  }
}
