package dev.candor.cases.internal;

import dev.candor.cases.CaseReference;
import dev.candor.cases.SimilarCases;
import dev.candor.cases.UnknownCase;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * By what stands after corrections. One point each for principal, country, kind of principal and
 * market, two for a ground in common, up to three for words of the ask: what part of those that say
 * most both hold, and four for an account or item that both name, as for all of who asks.
 */
@Component
@Transactional(readOnly = true)
class Resemblance implements SimilarCases {

  /** The case that others are compared with, read once. */
  private static final String WITH_THE_CASE =
      """
      with the_case as materialized (
          select reference, type, lower(principal_now) as principal, principal_country_now,
            principal_kind_now, market_now, flagged_at,
            flagged_at - interval '1 year' as a_year_before
          from cases where reference = :reference),
        grounded as materialized (
          select other.reference
          from decision_ground one join decision_ground other using (code)
          where one.reference = :reference)
      """;

  private static final String ALIKE =
      """
      select o.reference, o.flagged_at, o.state, c.a_year_before, c.flagged_at as until,
        (lower(o.principal_now) = c.principal)::int as same_principal,
        (o.principal_country_now = c.principal_country_now)::int as same_country,
        (o.principal_kind_now = c.principal_kind_now)::int as same_kind,
        (o.market_now = c.market_now)::int as same_market,
        (o.reference in (select reference from grounded))::int as same_ground
      from the_case c join cases o on o.reference <> c.reference and %s
      """;

  private static final String BY_FACTS =
      """
      select * from (%s) alike where same_country + same_kind + same_ground > 0
      """
          .formatted(ALIKE.formatted("o.type = c.type"));

  private static final String WHATEVER_ITS_TYPE =
      ALIKE.formatted(
          "o.reference = any (array(select reference from worded union select reference from named))");

  private static final String POINTS =
      "same_principal + same_country + same_kind + same_market + 2 * same_ground";

  private static final String NEAREST_BY_FACTS =
      """
      %s
      select reference from (%s) by_facts
      order by %s desc, flagged_at desc, reference desc limit :most
      """
          .formatted(WITH_THE_CASE, BY_FACTS, POINTS);

  /** The newest that share all of these facts, each from an index of its own. */
  private static final String NEWEST_WITH =
      """
      (select o.reference from cases o
        where o.type = c.type and o.reference <> c.reference and %s and o.state in ('DECIDED', 'CLOSED')
        order by o.flagged_at desc, o.reference desc limit 10 * :most)
      """;

  private static final String SAME_COUNTRY = "o.principal_country_now = c.principal_country_now";
  private static final String SAME_KIND = "o.principal_kind_now = c.principal_kind_now";
  private static final String SAME_MARKET = "o.market_now = c.market_now";

  /**
   * Whoever is among the nearest by facts is among the newest of those who share these facts with
   * the case: a newer one that shares them is at least as near. So the newest by each set of facts
   * are enough, with those of the same principal, at most 500 of them, and all with a ground in
   * common.
   */
  private static final String CANDIDATES =
      Stream.of(
              List.of(SAME_COUNTRY),
              List.of(SAME_KIND),
              List.of(SAME_COUNTRY, SAME_KIND),
              List.of(SAME_COUNTRY, SAME_MARKET),
              List.of(SAME_KIND, SAME_MARKET),
              List.of(SAME_COUNTRY, SAME_KIND, SAME_MARKET))
          .map(facts -> NEWEST_WITH.formatted(String.join(" and ", facts)))
          .collect(
              Collectors.joining(
                  "union ",
                  "",
                  """
                  union select * from found_of_principal(:reference)
                  union select reference from grounded
                  """));

  private static final String NEAR_BY_FACTS =
      """
      select * from (%s) alike where same_country + same_kind + same_ground > 0
      """
          .formatted(
              ALIKE.formatted(
                  "o.type = c.type and o.reference = any (array(select reference from candidates))"));

  /**
   * Each way finds its nearest: what is near by facts and by what the request holds is found by
   * that as well.
   */
  private static final String NEAREST_DECIDED =
      """
      %1$s, worded as materialized (select * from found_in_like_words(:reference)),
        named as materialized (select * from found_naming_the_same(:reference)),
        candidates as materialized (
          select found.reference from the_case c cross join lateral (%5$s) found),
        nearest as (
          (select * from (%2$s) by_facts where state in ('DECIDED', 'CLOSED')
            order by %4$s desc, flagged_at desc, reference desc limit 10 * :most)
          union
          select * from (%3$s) by_what_it_holds where state in ('DECIDED', 'CLOSED'))
      select reference, coalesce(words, '{}') as words, coalesce(items, '{}') as items, array_remove(array[
          case when same_principal = 1 then 'PRINCIPAL' end,
          case when same_country = 1 then 'COUNTRY' end,
          case when same_kind = 1 then 'KIND' end,
          case when same_market = 1 then 'MARKET' end,
          case when same_ground = 1 then 'GROUND' end], null) as likeness
      from nearest left join worded using (reference) left join named using (reference)
      where exists (select from decision d where d.reference = nearest.reference)
      order by %4$s + 3 * coalesce(part, 0) + case when items is null then 0 else 4 end desc, flagged_at desc, reference desc
      limit :most
      """
          .formatted(WITH_THE_CASE, NEAR_BY_FACTS, WHATEVER_ITS_TYPE, POINTS, CANDIDATES);

  private static final String FLAGGED_IN_THE_YEAR =
      """
      %s
      select count(*) from (%s) alike
      where flagged_at <= until and flagged_at > a_year_before
      """
          .formatted(WITH_THE_CASE, BY_FACTS);

  private final JdbcClient jdbc;
  private final CaseFiles files;

  Resemblance(JdbcClient jdbc, CaseFiles files) {
    this.jdbc = jdbc;
    this.files = files;
  }

  @Override
  public List<CaseReference> to(CaseReference reference, int most) {
    return about(reference, NEAREST_BY_FACTS)
        .param("most", most)
        .query((row, number) -> new CaseReference(row.getString("reference")))
        .list();
  }

  /** Those that were decided; by words or items alone also of another type. The nearest first. */
  List<Alike> decided(CaseReference reference, int most) {
    return about(reference, NEAREST_DECIDED)
        .param("most", most)
        .query((row, number) -> Alike.read(row))
        .list();
  }

  @Override
  public int inTheYearUpTo(CaseReference reference) {
    var others = about(reference, FLAGGED_IN_THE_YEAR).query(Integer.class).single();
    return others + 1;
  }

  /**
   * @throws UnknownCase when there is no such case
   */
  private StatementSpec about(CaseReference reference, String query) {
    files.find(reference).orElseThrow(UnknownCase::new);
    return jdbc.sql(query).param("reference", reference.value());
  }
}
