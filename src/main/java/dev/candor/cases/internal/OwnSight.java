package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.NeedToKnow.Sight;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody sees of a case, asked in a transaction of theirs, where a case is read and nothing
 * else: by one look-up ({@link SightRule#OF_ONE}). In anybody else's the answer is none.
 */
@Component
@Transactional(readOnly = true)
class OwnSight {

  private final JdbcClient jdbc;

  OwnSight(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Sight of(Person person, CaseReference reference) {
    return jdbc.sql(SightRule.OF_ONE)
        .param("names", SightRule.allNames(person))
        .param("reference", reference.value())
        .query(Sight.class)
        .single();
  }

  /** Of those of these cases that they see anything of. */
  Map<CaseReference, Sight> of(Person person, Set<CaseReference> references) {
    if (references.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(SightRule.OF_SOME)
        .param("names", SightRule.allNames(person))
        .param("references", references.stream().map(CaseReference::value).toArray(String[]::new))
        .query(
            (row, number) ->
                Map.entry(
                    new CaseReference(row.getString("reference")),
                    Sight.valueOf(row.getString("sight"))))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
