package dev.candor.cases.internal;

import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.Refusals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In a transaction of its own: that of what was refused is rolled back. */
@Component
class NotingRefusals implements Refusals {

  private final References references;
  private final LedgerNotes ledger;

  NotingRefusals(References references, LedgerNotes ledger) {
    this.references = references;
    this.ledger = ledger;
  }

  @Override
  @Transactional
  public void note(CaseReference reference, PersonId by, String what) {
    if (references.wasGiven(reference)) {
      ledger.refused(reference, by, what);
    }
  }
}
