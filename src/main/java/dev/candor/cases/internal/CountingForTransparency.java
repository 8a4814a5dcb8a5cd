package dev.candor.cases.internal;

import dev.candor.access.Acting;
import dev.candor.access.Person;
import dev.candor.cases.TransparencyFigures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts in the database, all cases as they stand now, corrections included, and withholds what is
 * small.
 */
@Component
class CountingForTransparency implements TransparencyFigures {

  private static final String COUNTED =
      """
      with counted as (
        select to_char(now.received_on, 'YYYY"-H"') || ceil(extract(month from now.received_on) / 6) as half_year,
               c.principal_country_now as country, c.principal_kind_now as authority, c.type,
               case c.channel when 'FORMAL' then 'OFFICIAL' else 'UNOFFICIAL' end as channel,
               case when coalesce(c.corrected ->> 'legalBasis', c.legal_basis, '') <> '' then 'GIVEN' else 'NONE' end
                 as legal_basis,
               named,
               case when named = 0 then 'NONE' when named = 1 then 'ONE'
                    when named <= 10 then 'TWO_TO_TEN' else 'MORE' end as items,
               coalesce(decided.detail, case c.state when 'WITHDRAWN' then 'WITHDRAWN' else 'UNDECIDED' end)
                 as outcome,
               ceil(extract(epoch from decided.at - c.flagged_at) / 86400) as days
          from cases c cross join lateral (
                 select coalesce((c.corrected ->> 'receivedOn')::date, c.received_on) as received_on,
                        coalesce(cardinality(string_to_array(c.corrected ->> 'items', e'\n')), cardinality(c.items))
                          as named) now
               left join case_event decided on decided.reference = c.reference and decided.what = 'DECIDED'
         where now.received_on < :until)
      select half_year,
             case when grouping(country) = 0 then 'COUNTRY' when grouping(authority) = 0 then 'AUTHORITY'
                  when grouping(type) = 0 then 'TYPE'
                  when grouping(channel) = 0 then 'CHANNEL' when grouping(legal_basis) = 0 then 'LEGAL_BASIS'
                  when grouping(items) = 0 then 'ITEMS' when grouping(outcome) = 0 then 'OUTCOME' end as figure,
             coalesce(country, authority, type, channel, legal_basis, items, outcome) as code,
             count(*) as requests, sum(named) as named,
             count(*) filter (where named > 0) as naming, count(*) filter (where named > 1) as naming_several,
             coalesce(sum(named) filter (where named > 1), 0) as named_by_those, max(named) as most,
             count(days) as decided, percentile_disc(0.5) within group (order by days) as half,
             percentile_disc(0.9) within group (order by days) as nine_in_ten
        from counted
       group by grouping sets ((half_year), (half_year, country), (half_year, authority), (half_year, type),
             (half_year, channel), (half_year, legal_basis), (half_year, items), (half_year, outcome))
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  CountingForTransparency(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public List<HalfYear> all(Person reader) {
    if (!TransparencyFigures.mayRead(reader)) {
      throw new AccessDeniedException("Not theirs to read");
    }
    return Acting.<List<Row>, RuntimeException>asService(
            "transparency", () -> Objects.requireNonNull(transaction.execute(status -> rows())))
        .stream()
        .collect(Collectors.groupingBy(Row::halfYear, TreeMap::new, Collectors.toList()))
        .descendingMap()
        .entrySet()
        .stream()
        .map(each -> halfYear(each.getKey(), each.getValue()))
        .toList();
  }

  /** One that is not over would tell what came since it was last looked at. */
  private List<Row> rows() {
    return jdbc.sql(COUNTED)
        .param("until", beginOfHalfYear(LocalDate.now(clock)))
        .query((row, number) -> row(row))
        .list();
  }

  private static LocalDate beginOfHalfYear(LocalDate day) {
    return LocalDate.of(day.getYear(), day.getMonthValue() <= 6 ? 1 : 7, 1);
  }

  private static HalfYear halfYear(String code, List<Row> rows) {
    var all = rows.stream().filter(row -> row.figure() == null).findFirst().orElseThrow();
    if (all.requests() < LEAST) {
      return new HalfYear(code, null, null, List.of(), null);
    }
    return new HalfYear(
        code,
        all.requests(),
        all.items().told(LEAST),
        Arrays.stream(Figure.values()).map(figure -> counts(figure, rows)).toList(),
        all.requests() < 2 * LEAST || all.decided() < LEAST ? null : all.days());
  }

  private static Counts counts(Figure figure, List<Row> rows) {
    return SmallCounts.withhold(
        figure,
        rows.stream()
            .filter(row -> figure == row.figure())
            .map(row -> new Count(Objects.requireNonNull(row.code()), row.requests()))
            .toList(),
        LEAST);
  }

  private static Row row(ResultSet row) throws SQLException {
    var figure = row.getString("figure");
    return new Row(
        row.getString("half_year"),
        figure == null ? null : Figure.valueOf(figure),
        row.getString("code"),
        row.getInt("requests"),
        new Items(
            row.getInt("named"),
            row.getInt("naming"),
            row.getInt("naming_several"),
            row.getInt("named_by_those"),
            row.getInt("most")),
        row.getInt("decided"),
        new Days(row.getInt("half"), row.getInt("nine_in_ten")));
  }

  /**
   * @param figure null for all of the half-year
   */
  private record Row(
      String halfYear,
      @Nullable Figure figure,
      @Nullable String code,
      int requests,
      Items items,
      int decided,
      Days days) {}
}
