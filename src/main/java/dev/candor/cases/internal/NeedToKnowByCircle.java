package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.NeedToKnow;
import dev.candor.database.Text;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the database by {@link SightRule}. */
@Component
@Transactional(readOnly = true)
class NeedToKnowByCircle implements NeedToKnow {

  private static final String SIGHT =
      "select coalesce(%s, 'NONE') from cases c where c.reference = :reference"
          .formatted(SightRule.SIGHT);

  private static final String PARTS =
      """
      select 'FLAGGED' as part, flagger as person from cases where reference = :reference
      union all
      select 'RECOMMENDED', recommended_by from recommendation where reference = :reference
      """;

  private final JdbcClient jdbc;

  NeedToKnowByCircle(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Sight of(Person person, CaseReference reference) {
    return jdbc.sql(SIGHT)
        .params(SightRule.parameters(person))
        .param("reference", reference.value())
        .query(Sight.class)
        .optional()
        .orElse(Sight.NONE);
  }

  @Override
  public Parts partsIn(CaseReference reference) {
    var people = new EnumMap<Part, Set<PersonId>>(Part.class);
    jdbc.sql(PARTS)
        .param("reference", Text.of(reference.value()))
        .query(
            row -> {
              people
                  .computeIfAbsent(Part.valueOf(row.getString("part")), any -> new HashSet<>())
                  .add(new PersonId(row.getString("person")));
            });
    return new Parts(
        people.getOrDefault(Part.FLAGGED, Set.of()),
        people.getOrDefault(Part.RECOMMENDED, Set.of()));
  }

  private enum Part {
    FLAGGED,
    RECOMMENDED
  }
}
