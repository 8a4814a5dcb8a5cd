package dev.candor.policy.internal;

import dev.candor.access.PersonId;
import dev.candor.policy.PolicyDiscussion;
import dev.candor.policy.PolicyDiscussion.Conclusion;
import dev.candor.policy.PolicyDiscussion.Draft;
import dev.candor.policy.PolicyDiscussion.Opinion;
import dev.candor.policy.PolicyDiscussion.Result;
import dev.candor.policy.PolicyDiscussion.View;
import dev.candor.policy.PolicyDiscussions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tables {@code policy_discussion} and those that hang on it. */
@Component
@Transactional
class RegisterOfDiscussions implements PolicyDiscussions {

  private final JdbcClient jdbc;
  private final Clock clock;

  RegisterOfDiscussions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public boolean open(String discussion, String reference, List<String> similarCases) {
    var opened =
        jdbc.sql("insert into policy_discussion values (?, ?, ?) on conflict do nothing")
            .params(discussion, reference, column(clock.instant()))
            .update();
    if (opened == 0) {
      return false;
    }
    jdbc.sql(
            """
            insert into policy_discussion_case (discussion, position, reference)
            select ?, number - 1, alike
              from unnest(?::text[]) with ordinality as each (alike, number)
            """)
        .params(discussion, similarCases.toArray(String[]::new))
        .update();
    return true;
  }

  @Override
  public boolean add(String discussion, Opinion opinion) {
    return jdbc.sql(
                """
                insert into policy_opinion
                  (submission, discussion, spoke_for, person, opinion, rationale, at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (submission) do nothing
                """)
            .params(
                opinion.submission(),
                discussion,
                opinion.spokeFor(),
                opinion.by().value(),
                opinion.opinion().name(),
                opinion.rationale(),
                column(opinion.at()))
            .update()
        == 1;
  }

  @Override
  public boolean conclude(String discussion, Conclusion conclusion) {
    return jdbc.sql(
                """
                insert into policy_conclusion
                  (discussion, submission, person, conclusion, rationale, at)
                values (?, ?, ?, ?, ?, ?) on conflict (discussion) do nothing
                """)
            .params(
                discussion,
                conclusion.submission(),
                conclusion.by().value(),
                conclusion.conclusion().name(),
                conclusion.rationale(),
                column(conclusion.at()))
            .update()
        == 1;
  }

  @Override
  public boolean draft(String discussion, Draft draft) {
    return jdbc.sql(
                """
                insert into policy_draft
                  (discussion, submission, policy, title, wording, rationale, person, at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (discussion) do nothing
                """)
            .params(
                discussion,
                draft.submission(),
                draft.policy(),
                draft.title(),
                draft.wording(),
                draft.rationale(),
                draft.by().value(),
                column(draft.at()))
            .update()
        == 1;
  }

  @Override
  public List<PolicyDiscussion> of(String reference) {
    return jdbc.sql(
            """
            select discussion, opened_at from policy_discussion
            where reference = ? order by opened_at, discussion
            """)
        .param(reference)
        .query((row, number) -> discussion(row.getString("discussion"), at(row, "opened_at")))
        .list();
  }

  private PolicyDiscussion discussion(String discussion, Instant openedAt) {
    var similar =
        jdbc.sql(
                "select reference from policy_discussion_case where discussion = ? order by position")
            .param(discussion)
            .query(String.class)
            .list();
    var opinions =
        jdbc.sql("select * from policy_opinion where discussion = ? order by at, submission")
            .param(discussion)
            .query((row, number) -> opinion(row))
            .list();
    var conclusion =
        jdbc.sql("select * from policy_conclusion where discussion = ?")
            .param(discussion)
            .query((row, number) -> conclusion(row))
            .optional();
    var draft =
        jdbc.sql("select * from policy_draft where discussion = ?")
            .param(discussion)
            .query((row, number) -> draft(row))
            .optional();
    return new PolicyDiscussion(
        discussion, openedAt, similar, opinions, conclusion.orElse(null), draft.orElse(null));
  }

  private static Opinion opinion(ResultSet row) throws SQLException {
    return new Opinion(
        row.getObject("submission", UUID.class),
        row.getString("spoke_for"),
        new PersonId(row.getString("person")),
        View.valueOf(row.getString("opinion")),
        row.getString("rationale"),
        at(row, "at"));
  }

  private static Conclusion conclusion(ResultSet row) throws SQLException {
    return new Conclusion(
        row.getObject("submission", UUID.class),
        new PersonId(row.getString("person")),
        Result.valueOf(row.getString("conclusion")),
        row.getString("rationale"),
        at(row, "at"));
  }

  private static Draft draft(ResultSet row) throws SQLException {
    return new Draft(
        row.getObject("submission", UUID.class),
        row.getString("policy"),
        row.getString("title"),
        row.getString("wording"),
        row.getString("rationale"),
        new PersonId(row.getString("person")),
        at(row, "at"));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime column(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
