package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.cases.AskingAgain;
import dev.candor.cases.Outcome;
import dev.candor.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * From {@code case_access} alone, whose rows row-level security shows to the person who looks, and
 * of them those by whose name content is seen. The newest case of each on the page is read by the
 * policies of cases once more.
 */
@Component
@Transactional(readOnly = true)
class CountingWhoAsksAgain implements AskingAgain {

  /** A case is known by several names, and counts once. */
  private static final String SEEN =
      """
      a.who = any (array(select unnest(acting_keys())))
        and a.reference <> all (array(select reference from case_access where who = :recused))
      """;

  private static final String ASKING =
      """
      with seen as (
          select any_value(a.flagged_at) as flagged_at, any_value(a.asker) as asker,
              any_value(a.desk) as desk, any_value(a.outcome) as outcome
            from case_access a
           where %1$s and a.flagged_at > :since
           group by a.reference),
        by_desk as (
          select asker, desk, count(*)::int as cases, max(flagged_at) as last_flagged_at,
              (count(*) filter (where outcome = any (:refusals::text[])))::int as refused
            from seen group by asker, desk),
        asking as materialized (
          select asker, sum(cases) as cases, sum(refused) as refused,
              coalesce(array_agg(desk order by desk) filter (where desk is not null), '{}') as desks,
              max(last_flagged_at) as last_flagged_at
            from by_desk group by asker
          having sum(cases) > 1
             and (not :severalDesks or count(desk) > 1)
             and (cast(:desk as text) is null or coalesce(bool_or(desk = :desk), false))),
        listed as (
          select * from asking
           order by cardinality(desks) desc, cases desc, last_flagged_at desc, asker
           limit :size offset :offset)
      select total, listed.*, newest.reference as newest, newest.principal_now as principal
        from (select count(*) as total from asking) counted
        left join listed on true
        left join lateral (
          select reference, c.principal_now from case_access a join cases c using (reference)
           where %1$s and a.flagged_at = listed.last_flagged_at and a.asker = listed.asker
           order by reference desc limit 1) newest on true
       order by cardinality(desks) desc, cases desc, last_flagged_at desc, asker
      """
          .formatted(SEEN);

  private final JdbcClient jdbc;
  private final Clock clock;

  CountingWhoAsksAgain(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Page<Asker> list(Person person, Filter filter) {
    var since = clock.instant().minus(Duration.ofDays(filter.days()));
    var rows =
        jdbc.sql(ASKING)
            .param("since", since.atOffset(ZoneOffset.UTC))
            .param("recused", SightRule.recused(person))
            .param("refusals", Outcome.refusals())
            .param("severalDesks", filter.severalDesks())
            .param("desk", filter.desk())
            .param("size", filter.size())
            .param("offset", (long) filter.page() * filter.size())
            .query((row, number) -> new Row(row.getLong("total"), asker(row)))
            .list();
    return new Page<>(
        rows.stream().map(Row::asker).filter(Objects::nonNull).toList(),
        rows.getFirst().total(),
        filter.page(),
        filter.size());
  }

  private static @Nullable Asker asker(ResultSet row) throws SQLException {
    var newest = row.getString("newest");
    return newest == null
        ? null
        : new Asker(
            row.getString("principal"),
            row.getInt("cases"),
            row.getInt("refused"),
            List.of((String[]) row.getArray("desks").getArray()),
            newest,
            Objects.requireNonNull(CaseFiles.instant(row, "last_flagged_at")));
  }

  /** The total is there for a page beyond the end as well, with nobody on it. */
  private record Row(long total, @Nullable Asker asker) {}
}
