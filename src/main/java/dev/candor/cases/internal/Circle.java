package dev.candor.cases.internal;

import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.UnknownCase;
import dev.candor.database.Text;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has come to need to know a case: groups and participants. */
@Component
class Circle {

  private static final String PARTICIPANTS = newcomersTo("case_participant", "person");
  private static final String GROUPS = newcomersTo("case_group", "group_name");

  private final JdbcClient jdbc;
  private final LedgerNotes ledger;

  Circle(JdbcClient jdbc, LedgerNotes ledger) {
    this.jdbc = jdbc;
    this.ledger = ledger;
  }

  /**
   * Locks the case like every step of it, also where nobody is new: whoever steps out meanwhile is
   * seen by what the caller does next, or sees it.
   */
  void admit(CaseReference reference, Collection<String> groups, Instant at) {
    ledger.admitted(reference, newcomers(GROUPS, reference, groups, at));
  }

  /**
   * Locks the case like every step of it.
   *
   * @return false when they were a participant already
   */
  boolean join(CaseReference reference, PersonId person, Instant at) {
    boolean isNew = !newcomers(PARTICIPANTS, reference, List.of(person.value()), at).isEmpty();
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

  /** Answers a row for each that is new, or a single empty one; no row when there is no case. */
  private static String newcomersTo(String circle, String name) {
    return """
    with the_case as (
        select reference from cases where reference = :reference for no key update),
      newcomer as (
        insert into %1$s (reference, %2$s, since)
        select reference, name, :at from the_case cross join unnest(:names::text[]) name
        on conflict do nothing returning %2$s)
    select newcomer.%2$s from the_case left join newcomer on true
    """
        .formatted(circle, name);
  }

  /**
   * @throws UnknownCase when there is none
   */
  private List<String> newcomers(
      String circle, CaseReference reference, Collection<String> names, Instant at) {
    var rows =
        jdbc.sql(circle)
            .param("reference", Text.of(reference.value()))
            .param("names", names.toArray(String[]::new))
            .param("at", at.atOffset(ZoneOffset.UTC))
            .query((row, number) -> Optional.ofNullable(row.getString(1)))
            .list();
    if (rows.isEmpty()) {
      throw new UnknownCase();
    }
    return rows.stream().flatMap(Optional::stream).toList();
  }
}
