package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.NeedToKnow.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody sees of a case, asked in a transaction of theirs, where a case is read and nothing
 * else: by one look-up ({@link SightRule#SIGHT_BY_NAMES}). In anybody else's the answer is none.
 */
@Component
@Transactional(readOnly = true)
class OwnSight {

  private static final String OF_ONE =
      "select coalesce(%s, 'NONE') from cases c where c.reference = :reference"
          .formatted(SightRule.SIGHT_BY_NAMES);

  private final JdbcClient jdbc;

  OwnSight(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Sight of(Person person, CaseReference reference) {
    return jdbc.sql(OF_ONE)
        .param("names", SightRule.allNames(person))
        .param("reference", reference.value())
        .query(String.class)
        .optional()
        .map(Sight::valueOf)
        .orElse(Sight.NONE);
  }
}
