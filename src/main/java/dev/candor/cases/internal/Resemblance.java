package dev.candor.cases.internal;

import dev.candor.cases.CaseReference;
import dev.candor.cases.SimilarCases;
import dev.candor.cases.UnknownCase;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One point each for country, kind of principal and market, two for a ground in common. */
@Component
@Transactional(readOnly = true)
class Resemblance implements SimilarCases {

  private static final String ALIKE =
      """
      select o.reference, o.flagged_at, c.flagged_at as until,
        (o.principal_country = c.principal_country)::int as same_country,
        (o.principal_kind = c.principal_kind)::int as same_kind,
        (o.market = c.market)::int as same_market,
        exists (select 1 from decision_ground one join decision_ground other using (code)
                where one.reference = o.reference and other.reference = c.reference)::int
          as same_ground
      from cases c join cases o on o.type = c.type and o.reference <> c.reference
      where c.reference = :reference
      """;

  private final JdbcClient jdbc;
  private final CaseFiles files;

  Resemblance(JdbcClient jdbc, CaseFiles files) {
    this.jdbc = jdbc;
    this.files = files;
  }

  @Override
  public List<CaseReference> to(CaseReference reference, int most) {
    requireKnown(reference);
    return jdbc.sql(
            """
            select reference from (%s) alike
            where same_country + same_kind + same_ground > 0
            order by same_country + same_kind + same_market + 2 * same_ground desc,
              flagged_at desc, reference desc
            limit :most
            """
                .formatted(ALIKE))
        .param("reference", reference.value())
        .param("most", most)
        .query((row, number) -> new CaseReference(row.getString("reference")))
        .list();
  }

  @Override
  public int inTheYearUpTo(CaseReference reference) {
    requireKnown(reference);
    var others =
        jdbc.sql(
                """
                select count(*) from (%s) alike
                where same_country + same_kind + same_ground > 0
                  and flagged_at <= until and flagged_at > until - interval '1 year'
                """
                    .formatted(ALIKE))
            .param("reference", reference.value())
            .query(Integer.class)
            .single();
    return others + 1;
  }

  private void requireKnown(CaseReference reference) {
    files.find(reference).orElseThrow(UnknownCase::new);
  }
}
