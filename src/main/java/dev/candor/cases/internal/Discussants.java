package dev.candor.cases.internal;

import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who takes part in the discussion of a case: all who see its content by their part in it, its
 * flagger excepted. As {@link SightRule} has it, asked from the case's side.
 */
@Component
class Discussants {

  private static final String GROUP = "group:";
  private static final String PERSON = "person:";

  private static final String NAMES =
      """
      select 'group:' || group_name from case_group where reference = :reference
      union all
      select 'person:' || person from case_participant where reference = :reference
      union all
      select 'recused:' || person from case_recusal where reference = :reference
      union all
      select 'flagger:' || flagger from cases where reference = :reference
      """;

  private final JdbcClient jdbc;
  private final People people;

  Discussants(JdbcClient jdbc, People people) {
    this.jdbc = jdbc;
    this.people = people;
  }

  /**
   * @return by name; nobody when the caller does not see the content
   */
  List<Person> of(CaseReference reference) {
    var names =
        new HashSet<>(
            jdbc.sql(NAMES).param("reference", reference.value()).query(String.class).set());
    return names.stream()
        .flatMap(this::people)
        .distinct()
        .filter(person -> takesPart(person, names))
        .sorted(Comparator.comparing(Person::name))
        .toList();
  }

  private Stream<Person> people(String name) {
    if (name.startsWith(GROUP)) {
      return people.inGroup(name.substring(GROUP.length())).stream();
    }
    return name.startsWith(PERSON)
        ? people.find(new PersonId(name.substring(PERSON.length()))).stream()
        : Stream.empty();
  }

  private static boolean takesPart(Person person, Set<String> names) {
    return !names.contains(SightRule.recused(person))
        && !names.contains(SightRule.FLAGGER + person.id().value())
        && SightRule.names(person).stream().anyMatch(names::contains);
  }
}
