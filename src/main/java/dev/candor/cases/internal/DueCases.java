package dev.candor.cases.internal;

import dev.candor.cases.Outcome;
import dev.candor.cases.RequestType;
import dev.candor.cases.Retention.Due;
import dev.candor.cases.RetentionSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which cases were kept long enough: the database counts the days, by the periods it is given. */
@Component
class DueCases {

  private static final String DUE =
      """
      select * from (
        select kept.*, over_since + coalesce(greatest(
                 (select period from unnest(:types::text[], :typePeriods::text[]::interval[]) t (code, period)
                   where code = kept.type),
                 (select period from unnest(:outcomes::text[], :outcomePeriods::text[]::interval[]) o (code, period)
                   where code = kept.outcome)), :standard::interval) as due_since
          from (select c.reference, c.type,
                       coalesce((select detail from case_event e where e.reference = c.reference and what = 'DECIDED'),
                                case c.state when 'WITHDRAWN' then 'WITHDRAWN' end) as outcome,
                       (select max(at) from case_event e
                         where e.reference = c.reference and what in ('CLOSED', 'WITHDRAWN')) as over_since,
                       coalesce((select held from legal_hold h where h.reference = c.reference order by id desc limit 1),
                                false) as held
                  from cases c
                 where c.state in ('CLOSED', 'WITHDRAWN')
                   and (:reference::text is null or c.reference = :reference)) kept) due
       where due_since <= :now
       order by due_since, reference limit :most
      """;

  private final JdbcClient jdbc;
  private final RetentionSettings settings;

  DueCases(JdbcClient jdbc, RetentionSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /**
   * @param reference of the only one to look at; null for all
   */
  List<Due> at(Instant now, @Nullable String reference, int most) {
    return jdbc.sql(DUE)
        .param("types", names(settings.byType()))
        .param("typePeriods", periods(settings.byType()))
        .param("outcomes", names(settings.byOutcome()))
        .param("outcomePeriods", periods(settings.byOutcome()))
        .param("standard", settings.standard().toString())
        .param("reference", reference)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query((row, number) -> due(row))
        .list();
  }

  private static Due due(ResultSet row) throws SQLException {
    var outcome = row.getString("outcome");
    return new Due(
        row.getString("reference"),
        RequestType.valueOf(row.getString("type")),
        outcome == null ? null : Outcome.valueOf(outcome),
        Objects.requireNonNull(CaseFiles.instant(row, "over_since")),
        Objects.requireNonNull(CaseFiles.instant(row, "due_since")),
        row.getBoolean("held"));
  }

  private static <E extends Enum<E>> String[] names(Map<E, Period> periods) {
    return periods.keySet().stream().sorted().map(Enum::name).toArray(String[]::new);
  }

  private static <E extends Enum<E>> String[] periods(Map<E, Period> periods) {
    return periods.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getValue().toString())
        .toArray(String[]::new);
  }
}
