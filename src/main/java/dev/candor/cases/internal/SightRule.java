package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
      " from case_access a where a.reference = %s and a.who = any(:names::text[])";

  /** What somebody sees of a case, with the outcome of one that was decided: it is noted there. */
  static final String SIGHT_AND_OUTCOME =
      "(select "
          + OF_NAMES
          + " as sight, max(a.outcome) as outcome"
          + UNDER_NAMES.formatted("c.reference")
          + ")";

  /**
   * What somebody sees of one case, by their names ({@link #allNames}): out of {@code case_access}
   * alone, by one look-up, with the policies of one table instead of four (ADR 33).
   */
  static final String OF_ONE =
      "select coalesce((select " + OF_NAMES + UNDER_NAMES.formatted(":reference") + "), 'NONE')";

  /**
   * The same of several cases. Each is looked up by itself: asked for all at once, PostgreSQL reads
   * whatever else is noted under these names.
   */
  static final String OF_SOME =
      "select asked.reference, sight from unnest(:references::text[]) asked (reference)"
          + " cross join lateral (select "
          + OF_NAMES
          + " as sight"
          + UNDER_NAMES.formatted("asked.reference")
          + ") seen where sight is not null";

  private SightRule() {}

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
