package dev.candor.cases.internal;

import dev.candor.access.Groups;
import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.Role;
import dev.candor.cases.CaseReference;
import dev.candor.cases.NeedToKnow;
import dev.candor.cases.NeedToKnow.Sight;
import dev.candor.cases.PersonRecused;
import dev.candor.cases.Recusals;
import dev.candor.cases.UnknownCase;
import dev.candor.cases.internal.Timeline.What;
import dev.candor.database.Text;
import dev.candor.web.InvalidInput;
import dev.candor.web.RefusedByRule;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code case_recusal}, and who may write into it. */
@Component
@Transactional
class RecusingFromACase implements Recusals {

  private final JdbcClient jdbc;
  private final CaseFiles files;
  private final NeedToKnow needToKnow;
  private final People people;
  private final Timeline timeline;
  private final LedgerNotes ledger;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RecusingFromACase(
      JdbcClient jdbc,
      CaseFiles files,
      NeedToKnow needToKnow,
      People people,
      Timeline timeline,
      LedgerNotes ledger,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.files = files;
    this.needToKnow = needToKnow;
    this.people = people;
    this.timeline = timeline;
    this.ledger = ledger;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public void recuse(CaseReference reference, PersonId who, String reason, Person by) {
    var sight = needToKnow.of(by, reference);
    if (sight == Sight.NONE) {
      throw new UnknownCase();
    }
    var person =
        people
            .find(who)
            .orElseThrow(() -> new InvalidInput("person", "There is nobody of that name"));
    if (sight != Sight.CONTENT || !maySaySo(by, person, files.lock(reference))) {
      throw new AccessDeniedException("Not theirs to say");
    }
    if (isRecused(who, reference)) {
      throw new RefusedByRule("They stepped out of this case before");
    }
    timeline.add(reference, clock.instant(), by.id(), What.RECUSED, who);
    ledger.recused(reference, who, by.id());
    events.publishEvent(new PersonRecused(reference, who));
    // Last: from here on the case is closed to them, to what is left of this transaction as well.
    insert(reference, who, reason, by.id());
  }

  @Override
  @Transactional(readOnly = true)
  public boolean isRecused(PersonId person, CaseReference reference) {
    return jdbc.sql("select exists (select 1 from case_recusal where reference = ? and person = ?)")
        .params(reference.value(), person.value())
        .query(Boolean.class)
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public Set<CaseReference> of(PersonId person) {
    return jdbc.sql("select reference from case_recusal where person = ?")
        .param(person.value())
        .query((row, number) -> new CaseReference(row.getString(1)))
        .set();
  }

  @Override
  @Transactional(readOnly = true)
  public Set<PersonId> from(CaseReference reference) {
    return jdbc.sql("select person from case_recusal where reference = ?")
        .param(Text.of(reference.value()))
        .query((row, number) -> new PersonId(row.getString(1)))
        .set();
  }

  private static boolean maySaySo(Person by, Person person, CaseFile file) {
    var ofTheDesk = file.desk() != null && person.groups().contains(Groups.desk(file.desk()));
    var headsTheDesk = file.desk() != null && by.groups().contains(Groups.deskHead(file.desk()));
    return by.equals(person) || by.is(Role.COUNSEL) || (headsTheDesk && ofTheDesk);
  }

  private void insert(CaseReference reference, PersonId who, String reason, PersonId by) {
    jdbc.sql(
            """
            insert into case_recusal (reference, person, reason, recused_by, at)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            reference.value(),
            who.value(),
            reason,
            by.value(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
