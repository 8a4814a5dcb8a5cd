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

/** Under row-level security as the person who looks, whose content keys decide once more. */
@Component
@Transactional(readOnly = true)
class CountingWhoAsksAgain implements AskingAgain {

  private static final String ASKING =
      """
      with known as materialized (
          select distinct a.reference from case_access a
          where a.who = any (array(select unnest(acting_keys())))
            and a.flagged_at > :since
            and a.reference <> all (array(select reference from case_access where who = :recused))),
        asking as materialized (
          select (array_agg(c.principal order by c.flagged_at desc, c.reference desc))[1] as principal,
            count(*) as cases,
            count(*) filter (where exists (select from decision d where d.reference = c.reference
              and d.outcome = any (:refusals::text[]))) as refused,
            coalesce(array_agg(distinct c.desk) filter (where c.desk is not null), '{}') as desks,
            (array_agg(c.reference order by c.flagged_at desc, c.reference desc))[1] as newest,
            max(c.flagged_at) as last_flagged_at
          from known join cases c using (reference)
          group by lower(c.principal)
          having count(*) > 1
            and (not :severalDesks or count(distinct c.desk) > 1)
            and (cast(:desk as text) is null or :desk = any (array_agg(c.desk))))
      select total, listed.*
      from (select count(*) as total from asking) counted
        left join (
          select * from asking
          order by cardinality(desks) desc, cases desc, last_flagged_at desc, newest desc
          limit :size offset :offset) listed on true
      order by cardinality(desks) desc, cases desc, last_flagged_at desc, newest desc
      """;

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
