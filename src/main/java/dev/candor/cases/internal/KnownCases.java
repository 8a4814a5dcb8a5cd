package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseFilter;
import dev.candor.cases.CaseReference;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which cases somebody knows of, from {@code case_access} alone: for each name that they know cases
 * under, no more of the newest than the page can need, so that no list grows with the register.
 */
@Component
class KnownCases {

  /** What only content shows, the desk, must not be found out by filtering either. */
  private static final String ASKED_FOR =
      """
      (cast(:state as text) is null or a.state = :state)
        and (cast(:type as text) is null or a.type = :type)
        and (cast(:desk as text) is null or (a.desk = :desk and a.who not like '%s%%'))
        and a.reference <> all (array(select reference from case_access where who = :recused))
      """
          .formatted(SightRule.FLAGGER);

  private static final String PAGE =
      """
      select total, reference
        from (select count(distinct a.reference) as total from known a
               where a.who = any (:names::text[]) and %1$s) counted
        left join lateral (
          select reference, flagged_at from unnest(:names::text[]) n (who) cross join lateral (
            select a.reference, a.flagged_at from known a where a.who = n.who and %1$s
             order by a.flagged_at desc, a.reference desc limit :offset + :size) newest
           group by reference, flagged_at
           order by flagged_at desc, reference desc limit :size offset :offset) page on true
       order by flagged_at desc, reference desc
      """
          .formatted(ASKED_FOR);

  private static final String OF_ALL = PAGE.replace("from known a", "from case_access a");

  private static final String OF_THOSE_WITH_WORDS =
      "with known as materialized (select * from known_with_words(lower(:words))) " + PAGE;

  private final JdbcClient jdbc;

  KnownCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param page in order, newest first
   */
  record Found(long total, List<CaseReference> page) {}

  Found find(Person person, CaseFilter filter) {
    var parameters = new HashMap<String, @Nullable Object>();
    parameters.put("names", SightRule.names(person).toArray(String[]::new));
    parameters.put("recused", SightRule.recused(person));
    parameters.put("state", filter.state() == null ? null : filter.state().name());
    parameters.put("type", filter.type() == null ? null : filter.type().name());
    parameters.put("desk", filter.desk());
    parameters.put("size", filter.size());
    parameters.put("offset", (long) filter.page() * filter.size());
    var words = filter.q() == null ? "" : filter.q().strip();
    parameters.put("words", containing(words));
    var rows =
        jdbc.sql(words.isEmpty() ? OF_ALL : OF_THOSE_WITH_WORDS)
            .params(parameters)
            .query((row, number) -> new Row(row.getLong("total"), row.getString("reference")))
            .list();
    return new Found(
        rows.getFirst().total(),
        rows.stream()
            .map(Row::reference)
            .filter(Objects::nonNull)
            .map(CaseReference::new)
            .toList());
  }

  /** As LIKE has what holds these words. */
  static String containing(String words) {
    return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  /** The total is there for a page beyond the end as well, with no reference. */
  private record Row(long total, @Nullable String reference) {}
}
