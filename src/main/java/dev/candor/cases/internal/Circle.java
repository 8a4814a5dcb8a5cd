package dev.candor.cases.internal;

import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has come to need to know a case: groups and participants. */
@Component
class Circle {

  private final JdbcClient jdbc;
  private final LedgerNotes ledger;

  Circle(JdbcClient jdbc, LedgerNotes ledger) {
    this.jdbc = jdbc;
    this.ledger = ledger;
  }

  void admit(CaseReference reference, Collection<String> groups, Instant at) {
    ledger.admitted(
        reference, groups.stream().filter(group -> isNew(reference, group, at)).toList());
  }

  /**
   * @return false when they were a participant already
   */
  boolean join(CaseReference reference, PersonId person, Instant at) {
    boolean isNew =
        jdbc.sql(
                    """
                    insert into case_participant (reference, person, since) values (?, ?, ?)
                    on conflict do nothing
                    """)
                .params(reference.value(), person.value(), at.atOffset(ZoneOffset.UTC))
                .update()
            == 1;
    if (isNew) {
      ledger.joined(reference, person);
    }
    return isNew;
  }

  Set<PersonId> participants(CaseReference reference) {
    return new LinkedHashSet<>(
        jdbc.sql(
                """
                select person from case_participant
                where reference = :reference
                  and person not in (select person from case_recusal where reference = :reference)
                order by since, person
                """)
            .param("reference", reference.value())
            .query((row, number) -> new PersonId(row.getString(1)))
            .list());
  }

  private boolean isNew(CaseReference reference, String group, Instant at) {
    return jdbc.sql(
                """
                insert into case_group (reference, group_name, since) values (?, ?, ?)
                on conflict do nothing
                """)
            .params(reference.value(), group, at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }
}
