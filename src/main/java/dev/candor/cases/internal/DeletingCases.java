package dev.candor.cases.internal;

import dev.candor.access.Acting;
import dev.candor.access.Person;
import dev.candor.access.Role;
import dev.candor.cases.CaseGoes;
import dev.candor.cases.CaseReference;
import dev.candor.cases.LegalHolds;
import dev.candor.cases.Recusals;
import dev.candor.cases.Retention;
import dev.candor.cases.UnknownCase;
import dev.candor.ledger.Disclosures;
import dev.candor.web.RefusedByRule;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks again whether it is due and not held, in the transaction and under the lock that deletes.
 */
@Component
class DeletingCases implements Retention {

  private static final String SERVICE = "retention";

  private final DueCases dueCases;
  private final CaseFiles files;
  private final LegalHolds holds;
  private final Recusals recusals;
  private final OnOneCase onOneCase;
  private final LedgerNotes ledger;
  private final Disclosures disclosures;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final Clock clock;

  DeletingCases(
      DueCases dueCases,
      CaseFiles files,
      LegalHolds holds,
      Recusals recusals,
      OnOneCase onOneCase,
      LedgerNotes ledger,
      Disclosures disclosures,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      JdbcClient jdbc,
      Clock clock) {
    this.dueCases = dueCases;
    this.files = files;
    this.holds = holds;
    this.recusals = recusals;
    this.onOneCase = onOneCase;
    this.ledger = ledger;
    this.disclosures = disclosures;
    this.events = events;
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<Due> due(Person by) {
    requireCounsel(by);
    return Acting.<List<Due>, RuntimeException>asService(
        SERVICE,
        () ->
            Objects.requireNonNull(
                transaction.execute(
                    status -> {
                      ledger.lookedAtWhatIsDue(by.id());
                      return dueCases.at(clock.instant(), null, MOST);
                    })));
  }

  @Override
  public void delete(CaseReference reference, Person by) {
    requireCounsel(by);
    onOneCase.carryOut(SERVICE, reference, () -> goes(reference, by));
  }

  private void goes(CaseReference reference, Person by) {
    files.lock(reference);
    if (recusals.isRecused(by.id(), reference)) {
      throw new UnknownCase();
    }
    if (holds.isHeld(reference)) {
      throw new RefusedByRule("This case is on legal hold");
    }
    var due =
        dueCases.at(clock.instant(), reference.value(), 1).stream()
            .findFirst()
            .orElseThrow(() -> new RefusedByRule("This case is not due"));
    events.publishEvent(new CaseGoes(reference));
    jdbc.sql("select delete_case(?)").param(reference.value()).query().singleRow();
    disclosures.forget(reference.value());
    ledger.deleted(reference, by.id(), due);
  }

  private static void requireCounsel(Person by) {
    if (!by.is(Role.COUNSEL)) {
      throw new AccessDeniedException("Not theirs to delete");
    }
  }
}
