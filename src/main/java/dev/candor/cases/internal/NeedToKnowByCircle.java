package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.NeedToKnow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the database by {@link SightRule}. */
@Component
@Transactional(readOnly = true)
class NeedToKnowByCircle implements NeedToKnow {

  private final JdbcClient jdbc;
  private final CaseFiles files;
  private final Findings findings;

  NeedToKnowByCircle(JdbcClient jdbc, CaseFiles files, Findings findings) {
    this.jdbc = jdbc;
    this.files = files;
    this.findings = findings;
  }

  @Override
  public Sight of(Person person, CaseReference reference) {
    return jdbc.sql(
            "select coalesce("
                + SightRule.SIGHT
                + ", 'NONE') from cases c where c.reference = :reference")
        .params(SightRule.parameters(person))
        .param("reference", reference.value())
        .query(String.class)
        .optional()
        .map(Sight::valueOf)
        .orElse(Sight.NONE);
  }

  @Override
  public boolean mustNotDecide(Person person, CaseReference reference) {
    return files.find(reference).filter(file -> file.flagger().equals(person.id())).isPresent()
        || hasRecommended(person, reference);
  }

  @Override
  public boolean hasRecommended(Person person, CaseReference reference) {
    return findings.hasRecommended(reference, person.id());
  }
}
