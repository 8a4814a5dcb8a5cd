package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.access.Role;
import dev.candor.cases.CaseReference;
import dev.candor.cases.NeedToKnow.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Need to know as SQL, so that lists are filtered where the rows are: content for groups the case
 * has come to and for its participants, state for its flagger, content for a while for who opened
 * it in an emergency, nothing for anybody else, and nothing for who stepped out of it, whatever
 * they were. Those who run or measure the service see no content, whatever else they are.
 */
final class SightRule {

  /** What a name of who sees a case's state, and not its content, begins with. */
  static final String FLAGGER = "flagger:";

  /** Expects the table {@code cases} as {@code c}; null means: not even that it exists. */
  static final String SIGHT =
      """
      case
        when exists (select 1 from case_recusal r
                     where r.reference = c.reference and r.person = :person)
          then null
        when :mayReadContent and (
          exists (select 1 from case_participant p
                  where p.reference = c.reference and p.person = :person)
          or exists (select 1 from case_group g
                     where g.reference = c.reference and g.group_name in (:groups)))
          then 'CONTENT'
        when c.flagger = :person then 'STATE'
        when :mayReadContent and exists (
          select 1 from case_emergency e
          where e.reference = c.reference and e.person = :person and e.ends_at > now())
          then 'EMERGENCY'
      end
      """;

  /** The same of what is noted of one case under somebody's own names, in rows {@code a}. */
  private static final String OF_NAMES =
      """
      case
           when bool_or(a.who like 'recused:%') then null
           when bool_or(a.who like 'group:%' or a.who like 'person:%') then 'CONTENT'
           when bool_or(a.who like 'flagger:%') then 'STATE'
           when bool_or(a.until > now()) then 'EMERGENCY'
         end
      """;

  private static final String UNDER_NAMES =
      " from case_access a where a.reference = c.reference and a.who = any(:names::text[])";

  /**
   * The same of somebody's own names ({@link #allNames}), out of {@code case_access} alone: one
   * look-up for each case, with the policies of one table instead of four (ADR 33).
   */
  static final String SIGHT_BY_NAMES = "(select " + OF_NAMES + UNDER_NAMES + ")";

  /** The same as a row, with the outcome of a case that was decided: it is noted there as well. */
  static final String SIGHT_AND_OUTCOME =
      "(select " + OF_NAMES + " as sight, max(a.outcome) as outcome" + UNDER_NAMES + ")";

  private static final String OF_ONE =
      "select coalesce(%s, 'NONE') from cases c where c.reference = :reference";

  private static final String OF_SOME =
      """
      select reference, sight
        from (select c.reference, %s as sight
                from unnest(:references::text[]) as asked (reference)
                join cases c using (reference)) seen
       where sight is not null
      """;

  private SightRule() {}

  /**
   * What somebody sees of one case, none where there is no such case.
   *
   * @param rule either of its two forms
   * @param parameters which that form asks for
   */
  static Sight ofOne(
      JdbcClient jdbc, CaseReference reference, String rule, Map<String, ?> parameters) {
    return jdbc.sql(OF_ONE.formatted(rule))
        .params(parameters)
        .param("reference", reference.value())
        .query(String.class)
        .optional()
        .map(Sight::valueOf)
        .orElse(Sight.NONE);
  }

  /**
   * The same of several cases, asked at once. One case has its own statement: by this one, what is
   * shown with it took a third longer with policies than without.
   *
   * @return without those they see nothing of
   */
  static Map<CaseReference, Sight> ofSome(
      JdbcClient jdbc, Set<CaseReference> references, String rule, Map<String, ?> parameters) {
    return jdbc
        .sql(OF_SOME.formatted(rule))
        .params(parameters)
        .param("references", references.stream().map(CaseReference::value).toArray(String[]::new))
        .query(
            (row, number) ->
                Map.entry(
                    new CaseReference(row.getString("reference")),
                    Sight.valueOf(row.getString("sight"))))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The same rule as the names under which {@code case_access} has who knows of a case. */
  static List<String> names(Person person) {
    var names = new ArrayList<String>();
    names.add(FLAGGER + person.id().value());
    if (mayReadContent(person)) {
      names.add("person:" + person.id().value());
      names.add("emergency:" + person.id().value());
      person.groups().forEach(group -> names.add("group:" + group));
    }
    return names;
  }

  /** With the one under which it has what they stepped out of. */
  static String[] allNames(Person person) {
    return Stream.concat(names(person).stream(), Stream.of(recused(person))).toArray(String[]::new);
  }

  static String recused(Person person) {
    return "recused:" + person.id().value();
  }

  static Map<String, Object> parameters(Person person) {
    return Map.of(
        "mayReadContent",
        mayReadContent(person),
        "person",
        person.id().value(),
        "groups",
        groups(person));
  }

  private static boolean mayReadContent(Person person) {
    return !person.is(Role.ADMIN) && !person.is(Role.MANAGER);
  }

  /** An empty IN list is no SQL. */
  private static List<String> groups(Person person) {
    var groups = new ArrayList<>(person.groups());
    if (groups.isEmpty()) {
      groups.add("none");
    }
    return groups;
  }
}
