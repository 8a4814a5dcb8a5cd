package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.NeedToKnow.Sight;
import java.util.Map;
import java.util.Set;
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

  private final JdbcClient jdbc;

  OwnSight(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Sight of(Person person, CaseReference reference) {
    return SightRule.ofOne(
        jdbc, reference, SightRule.SIGHT_BY_NAMES, Map.of("names", SightRule.allNames(person)));
  }

  /** Of those of these cases that they see anything of. */
  Map<CaseReference, Sight> of(Person person, Set<CaseReference> references) {
    return SightRule.ofSome(
        jdbc, references, SightRule.SIGHT_BY_NAMES, Map.of("names", SightRule.allNames(person)));
  }
}
