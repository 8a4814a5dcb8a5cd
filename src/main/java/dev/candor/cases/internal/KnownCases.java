package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseFilter;
import dev.candor.cases.CaseReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which cases somebody knows of, from {@code case_access} alone: for each name that they know cases
 * under, no more of the newest than the page can need, so that no list grows with the register.
 */
@Component
class KnownCases {

  /** Begins a statement's list of tables, for {@link #NOT_STEPPED_OUT}. */
  static final String LEFT_OUT =
      """
      left_out as materialized (
        select array(select reference from case_access where who = :recused) as stepped_out)
      """;

  static final String NOT_STEPPED_OUT =
      "a.reference <> all ((select stepped_out from left_out)::text[])";

  static final String KNOWN_WITH_WORDS =
      "with known as materialized (select * from known_with_words(lower(:words))), ";

  private static final String PAGE =
      LEFT_OUT
          + """
      select total, reference
        from (%3$s) counted
        left join lateral (
          select reference, flagged_at from unnest(:names::text[]) n (who) cross join lateral (
            select a.reference, a.flagged_at from %1$s a where a.who = n.who and %2$s
             order by a.flagged_at desc, a.reference desc limit :offset + :size) newest
           group by reference, flagged_at
           order by flagged_at desc, reference desc limit :size offset :offset) page on true
       order by flagged_at desc, reference desc
      """;

  private static final String OF_ONE_NAME =
      "select a.flagged_at, a.reference from case_access a where a.who = :%s and %s";

  private static final String DISTINCT =
      "select count(distinct a.reference) as total from known a where a.who = any (:names::text[]) and ";

  private final JdbcClient jdbc;

  KnownCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param page in order, newest first
   */
  record Found(long total, List<CaseReference> page) {}

  Found find(Person person, CaseFilter filter) {
    var names = SightRule.names(person);
    var parameters = new HashMap<String, @Nullable Object>();
    parameters.put("names", names.toArray(String[]::new));
    parameters.put("recused", SightRule.recused(person));
    parameters.put("size", filter.size());
    parameters.put("offset", (long) filter.page() * filter.size());
    var rows =
        jdbc.sql(asked(person, names, filter, parameters))
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

  /**
   * What is asked for and nothing else: PostgreSQL makes a plan of it once. How to look for words
   * depends on the words, and {@code known_with_words} chooses it.
   */
  private static String asked(
      Person person,
      List<String> names,
      CaseFilter filter,
      Map<String, @Nullable Object> parameters) {
    var narrowed = FilterConditions.of(filter, person);
    parameters.putAll(narrowed.parameters());
    var conditions = NOT_STEPPED_OUT + narrowed.all();
    var words = words(filter);
    if (words.isEmpty()) {
      return "with "
          + PAGE.formatted("case_access", conditions, counted(names, conditions, parameters));
    }
    parameters.put("words", containing(words));
    return KNOWN_WITH_WORDS + PAGE.formatted("known", conditions, DISTINCT + conditions);
  }

  /**
   * Each name's cases stand in the index in the order of a list, so that PostgreSQL finds those
   * that are there twice without sorting them, which took as long as reading them.
   */
  private static String counted(
      List<String> names, String conditions, Map<String, @Nullable Object> parameters) {
    var each = new StringJoiner(" union ", "select count(*) as total from (", ") each");
    for (var name : names) {
      var number = "name" + parameters.size();
      parameters.put(number, name);
      each.add(OF_ONE_NAME.formatted(number, conditions));
    }
    return each.toString();
  }

  /** Those to look for; empty for none. */
  static String words(CaseFilter filter) {
    return filter.q() == null ? "" : filter.q().strip();
  }

  /** As LIKE has what holds these words. */
  static String containing(String words) {
    return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  /** The total is there for a page beyond the end as well, with no reference. */
  private record Row(long total, @Nullable String reference) {}
}
