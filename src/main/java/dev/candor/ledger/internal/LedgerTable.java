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
    insert(ids(texts.size()), texts);
    sequencing.callAfterCommit();
  }

  private List<Long> ids(int count) {
    return jdbc.sql(
            """
            select nextval(pg_get_serial_sequence('ledger_entry', 'id'))
              from generate_series(1, ?)
            """)
        .param(count)
        .query(Long.class)
        .list();
  }

  private void insert(List<Long> ids, List<EntryText> texts) {
    var disclosedBy = new ArrayList<Long>();
    var disclosures = new ArrayList<Commitment>();
    for (int i = 0; i < texts.size(); i++) {
      for (Commitment disclosure : texts.get(i).disclosures()) {
        disclosedBy.add(ids.get(i));
        disclosures.add(disclosure);
      }
    }
    jdbc.sql(
            """
            with written as (
              insert into ledger_entry (id, entry)
              select * from unnest(:ids::bigint[], :texts::text[])
            ), waiting as (
              insert into ledger_waiting select unnest(:ids::bigint[])
            )
            insert into ledger_disclosure (entry_id, field, salt, value)
            select * from unnest(:disclosedBy::bigint[], :fields::text[], :salts::text[], :values::text[])
            """)
        .param("ids", ids.toArray(Long[]::new))
        .param("texts", texts.stream().map(EntryText::text).toArray(String[]::new))
        .param("disclosedBy", disclosedBy.toArray(Long[]::new))
        .param("fields", disclosures.stream().map(Commitment::field).toArray(String[]::new))
        .param("salts", disclosures.stream().map(Commitment::salt).toArray(String[]::new))
        .param("values", disclosures.stream().map(Commitment::value).toArray(String[]::new))
        .update();
  }
}
