package dev.candor.ledger.internal;

import dev.candor.ledger.Ledger;
import dev.candor.ledger.LedgerEntry;
import dev.candor.outbox.Courier;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes entries beside what they tell of. They wait there for their place in the tree. */
@Component
class LedgerTable implements Ledger {

  private final JdbcClient jdbc;
  private final Courier sequencing;
  private final Clock clock;

  LedgerTable(JdbcClient jdbc, Courier ledgerCourier, Clock clock) {
    this.jdbc = jdbc;
    this.sequencing = ledgerCourier;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(List<LedgerEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var texts = entries.stream().map(entry -> EntryText.of(entry, at)).toList();
    insert(texts);
    sequencing.callAfterCommit();
  }

  private void insert(List<EntryText> texts) {
    var disclosedBy = new ArrayList<Long>();
    var disclosures = new ArrayList<Commitment>();
    for (int i = 0; i < texts.size(); i++) {
      for (Commitment disclosure : texts.get(i).disclosures()) {
        disclosedBy.add(i + 1L);
        disclosures.add(disclosure);
      }
    }
    jdbc.sql(
            """
            with numbered as (
              select nextval(pg_get_serial_sequence('ledger_entry', 'id')) as id, number, entry
                from unnest(:texts::text[]) with ordinality as each (entry, number)
            ), written as (
              insert into ledger_entry (id, entry) select id, entry from numbered
            ), waiting as (
              insert into ledger_waiting select id from numbered
            )
            insert into ledger_disclosure (entry_id, field, salt, value)
            select numbered.id, field, salt, value
              from unnest(:disclosedBy::bigint[], :fields::text[], :salts::text[], :values::text[])
                as each (number, field, salt, value)
              join numbered using (number)
            """)
        .param("texts", texts.stream().map(EntryText::text).toArray(String[]::new))
        .param("disclosedBy", disclosedBy.toArray(Long[]::new))
        .param("fields", disclosures.stream().map(Commitment::field).toArray(String[]::new))
        .param("salts", disclosures.stream().map(Commitment::salt).toArray(String[]::new))
        .param("values", disclosures.stream().map(Commitment::value).toArray(String[]::new))
        .update();
  }
}
