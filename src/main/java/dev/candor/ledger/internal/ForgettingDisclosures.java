package dev.candor.ledger.internal;

import dev.candor.ledger.Disclosures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class ForgettingDisclosures implements Disclosures {

  private final JdbcClient jdbc;

  ForgettingDisclosures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void forget(String subject) {
    jdbc.sql(
            """
            delete from ledger_disclosure
             where entry_id in (select id from ledger_entry where subject = ?)
            """)
        .param(subject)
        .update();
  }
}
